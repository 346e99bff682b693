import { MAX_LINKS } from '#shared/exhibitors/profile'
import { AppError } from '#shared/kernel/errors'
import { isLanguage, LANGUAGES, type Language } from '#shared/kernel/language'
import { type AvailabilityRow, readRows, rowsOf } from '#shared/people/availability'
import type { PersonInput } from '#shared/people/personInput'
import { withScheme } from '~/features/exhibitors/profileForm'

/** More single ranges than this are a calendar, not an answer. */
export const MAX_RANGES = 30

/** A person as it stands in a form: every field there, nothing checked yet. */
export interface PersonDraft {
  name: string
  email: string
  language: Language
  biography: { nl: string; fr: string; en: string }
  links: { label: string; url: string }[]
  /** `open`: whenever the fair is. */
  when: 'open' | 'ranges'
  availability: AvailabilityRow[]
  exhibitorId: string
}

export const emptyPerson = (language: Language): PersonDraft => ({
  name: '',
  email: '',
  language,
  biography: { nl: '', fr: '', en: '' },
  links: [],
  when: 'open',
  availability: [],
  exhibitorId: '',
})

interface StoredPerson extends Pick<PersonDraft, 'name' | 'email' | 'language' | 'links'> {
  biography: Partial<PersonDraft['biography']>
  availability: readonly (readonly [number, number])[] | null
  exhibitorId: string | null
}

/** What is stored, as the form shows it: times on the clock of the fair. */
export const draftOf = (stored: StoredPerson, timeZone: string): PersonDraft => ({
  name: stored.name,
  email: stored.email,
  language: stored.language,
  biography: { nl: '', fr: '', en: '', ...stored.biography },
  links: stored.links,
  when: stored.availability === null ? 'open' : 'ranges',
  availability: rowsOf(stored.availability ?? [], timeZone),
  exhibitorId: stored.exhibitorId ?? '',
})

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
const texts = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value): value is string => typeof value === 'string')

const rangesOf = (form: FormData): AvailabilityRow[] => {
  const [froms, untils] = [texts(form, 'availableFrom'), texts(form, 'availableUntil')]
  return texts(form, 'availableDay').map((day, row) => ({ day, from: froms[row] ?? '', until: untils[row] ?? '' }))
}
const linksOf = (form: FormData): PersonDraft['links'] => {
  const labels = texts(form, 'linkLabel')
  return texts(form, 'linkUrl').map((url, row) => ({ label: labels[row] ?? '', url: url.trim() }))
}

/** Rows left empty count as not there; a range without times is one somebody has yet to fill in. */
export function readPersonForm(form: FormData): PersonDraft {
  const language = text(form, 'language')
  const [nl = '', fr = '', en = ''] = LANGUAGES.map((one) => text(form, `biography.${one}`))
  return {
    name: text(form, 'name'),
    email: text(form, 'email').trim(),
    language: isLanguage(language) ? language : 'nl',
    biography: { nl, fr, en },
    links: linksOf(form).filter(({ label, url }) => label.trim() !== '' || url !== ''),
    when: text(form, 'when') === 'ranges' ? 'ranges' : 'open',
    availability: rangesOf(form).filter(({ from, until }) => from !== '' || until !== ''),
    exhibitorId: text(form, 'exhibitorId'),
  }
}

/** What the use-cases take. Errors: INVALID about the rows of times. */
export function readyToSave(draft: PersonDraft, timeZone: string): PersonInput {
  const { when, availability, exhibitorId, links, ...same } = draft
  const { spans, problems } = readRows(availability, timeZone)
  if (when === 'ranges' && problems.length === 0 && spans.length === 0)
    problems.push({ path: 'availability.0.from', code: 'required' })
  if (when === 'ranges' && problems.length > 0) throw new AppError('INVALID', { fields: problems })
  return {
    ...same,
    links: links.map(({ label, url }) => ({ label, url: withScheme(url) })),
    availability: when === 'ranges' ? spans : null,
    exhibitorId: exhibitorId === '' ? null : exhibitorId,
  }
}

export type RowChange = { rows: 'links' | 'ranges'; remove: number | null }

/** `add`, `remove-2`, `range-add` or `range-remove-2`, as the buttons send it without JavaScript; null: the form is to be saved. */
export function readRowChange(form: FormData): RowChange | null {
  const [, range, verb, row] = /^(range-)?(add|remove)(?:-(\d{1,2}))?$/.exec(text(form, 'rows')) ?? []
  if (verb === undefined) return null
  return { rows: range === undefined ? 'links' : 'ranges', remove: verb === 'add' ? null : Number(row ?? 0) }
}

/** Empty rows stay here: the numbers on the buttons count all rows that were shown. */
export function changeRows(form: FormData, { rows, remove }: RowChange): PersonDraft {
  const draft = { ...readPersonForm(form), links: linksOf(form), availability: rangesOf(form) }
  const changed = <T>(list: T[], one: T): T[] =>
    remove === null ? [...list, one] : list.filter((_, index) => index !== remove)
  if (rows === 'links') return { ...draft, links: changed(draft.links, { label: '', url: '' }).slice(0, MAX_LINKS) }
  const day = draft.availability.at(-1)?.day ?? ''
  const availability = changed(draft.availability, { day, from: '', until: '' }).slice(0, MAX_RANGES)
  return { ...draft, when: 'ranges', availability }
}
