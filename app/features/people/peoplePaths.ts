import type { Language } from '#shared/kernel/language'

/** Addresses of a fair's people, for organisers. */
export function peoplePaths(lang: Language, fairId: string) {
  const fair = `/${lang}/organise/${fairId}`
  return {
    people: `${fair}/people`,
    newPerson: `${fair}/people/new`,
    /** Takes a new person from the programme's editor, answers in JSON. */
    quick: `${fair}/people/quick`,
    person: (id: string) => `${fair}/people/${id}`,
    exhibitor: (id: string) => `${fair}/exhibitors/${id}`,
    programme: `${fair}/programme`,
    talk: (id: string) => `${fair}/programme?${new URLSearchParams({ talk: id })}`,
  }
}
