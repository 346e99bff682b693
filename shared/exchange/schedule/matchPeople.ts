import type { PersonId } from '#shared/kernel/ids'
import { isLanguage, type Language } from '#shared/kernel/language'
import { MAX_BIOGRAPHY } from '#shared/people/personInput'
import { carriedOfPerson, shownText } from './carried'
import { isWebAddress } from './fields'
import { personGuid, personIdentifier, plainName } from './identity'
import type { ImportedPerson, KnownPerson, TalksFromOptions } from './importPlan'
import type { Tell } from './remarkBook'
import type { Schedule, SchedulePerson } from './types'

const MAX_PERSON_LINKS = 5
const MAX_LABEL = 80
const MAX_URL = 500
const MAX_PERSON_NAME = 100

export interface MatchedPeople {
  people: ImportedPerson[]
  idOf: (person: SchedulePerson) => PersonId | undefined
}

/** Who speaks, each once: those that are known by their identity in files or, entered by hand, by their name alone. */
export function matchPeople(
  { events }: Schedule,
  scope: string,
  { people: known, fairId, newId }: Pick<TalksFromOptions, 'people' | 'fairId' | 'newId'>,
  tell: Tell,
): MatchedPeople {
  const find = knownPeople(known, fairId, tell)
  const identityOf = personIdentifier(events, scope)
  const met = new Map<string, { person: SchedulePerson; language: Language }>()
  for (const event of events) {
    const language = isLanguage(event.language) ? event.language : 'nl'
    for (const person of event.persons) {
      const identity = identityOf(person)
      const before = met.get(identity)
      if (!before) met.set(identity, { person, language })
      else {
        if (before.person.name !== person.name) tell('personTwoNames', `${before.person.name} / ${person.name}`)
        met.set(identity, { ...before, person: fuller(before.person, person) })
      }
    }
  }
  const ids = new Map<string, PersonId>()
  const people: ImportedPerson[] = []
  for (const [identity, { person, language }] of met) {
    const present = find(identity, person)
    const imported = importedPerson(person, language, identity, present, newId)
    ids.set(identity, imported.id)
    people.push(imported)
  }
  return { people, idOf: (person) => ids.get(identityOf(person)) }
}

/** What one mention is silent about, another may say. */
const fuller = (a: SchedulePerson, b: SchedulePerson): SchedulePerson => ({
  id: a.id ?? b.id,
  guid: a.guid ?? b.guid,
  code: a.code ?? b.code,
  name: a.name,
  biography: a.biography || b.biography,
  avatar: a.avatar ?? b.avatar,
  url: a.url ?? b.url,
  links: a.links.length > 0 ? a.links : b.links,
})

function knownPeople(known: readonly KnownPerson[], fairId: string, tell: Tell) {
  const byGuid = new Map<string, KnownPerson>()
  const byName = new Map<string, KnownPerson[]>()
  for (const person of known) {
    byGuid.set(personGuid(fairId, person), person)
    if (person.guid !== null) byGuid.set(person.guid, person)
    else byName.set(plainName(person.name), [...(byName.get(plainName(person.name)) ?? []), person])
  }
  const taken = new Set<PersonId>()
  return (identity: string, { name }: SchedulePerson): KnownPerson | undefined => {
    const [namesake, another] = byName.get(plainName(name)) ?? []
    const sure = byGuid.get(identity)
    const guess = namesake && !another && plainName(name) !== '' ? namesake : undefined
    const found = sure ?? guess
    if (!found || taken.has(found.id)) return undefined
    if (!sure) tell('personByName', name)
    taken.add(found.id)
    return found
  }
}

function importedPerson(
  person: SchedulePerson,
  language: Language,
  identity: string,
  present: KnownPerson | undefined,
  newId: () => string,
): ImportedPerson {
  const text = shownText(person.biography).slice(0, MAX_BIOGRAPHY).toWellFormed().trim()
  const told = Object.entries(present?.biography ?? {}).find(([, biography]) => biography === text)
  const biography = text === '' || told ? (present?.biography ?? {}) : { ...present?.biography, [language]: text }
  const links = publicLinks(person)
  const carried = carriedOfPerson(person, text)
  const fields = {
    name: person.name.slice(0, MAX_PERSON_NAME).toWellFormed().trim(),
    biography,
    links: links.length > 0 ? links : (present?.links ?? []),
    guid: present?.guid ?? identity,
    carried: { ...present?.carried, ...carried },
  }
  if (!present) return { id: newId() as PersonId, fate: 'new', ...fields }
  const { id, name, guid } = present
  const before = { name, biography: present.biography, links: present.links, guid, carried: present.carried }
  return { id, fate: sameJson(before, fields) ? 'same' : 'changed', ...fields }
}

/** As our own pages show them: on the web, and few. */
function publicLinks({ url, links }: SchedulePerson): { label: string; url: string }[] {
  const all = [...links, ...(url === null ? [] : [{ url, title: '' }])]
  return all
    .filter((link, index) => isWebAddress(link.url) && all.findIndex((other) => other.url === link.url) === index)
    .filter((link) => link.url.length <= MAX_URL)
    .slice(0, MAX_PERSON_LINKS)
    .map((link) => ({ label: link.title.slice(0, MAX_LABEL).toWellFormed(), url: link.url }))
}

/** The same whatever the order of its fields. */
export const sameJson = (a: unknown, b: unknown): boolean => inOrder(a) === inOrder(b)
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
