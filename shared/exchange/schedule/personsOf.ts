import type { Talk } from '#shared/document/records'
import type { PersonId } from '#shared/kernel/ids'
import { type Language, type LocalText, localise } from '#shared/kernel/language'
import type { ReleasedProgramme } from '#shared/programme/release'
import { carriedPerson, shownText } from './carried'
import { personGuid } from './identity'
import { numberBook } from './numbers'
import type { SchedulePerson } from './types'

/** What public pages show of a speaker. */
export interface PublicSpeaker {
  id: PersonId
  name: string
  biography: Partial<LocalText>
  links: readonly { label: string; url: string }[]
  guid: string | null
  carried: Readonly<Record<string, unknown>>
}

interface PersonsOfInput {
  release: { readonly programme: Pick<ReleasedProgramme, 'talks'> }
  speakers: ReadonlyMap<PersonId, PublicSpeaker>
  fair: { id: string }
  language: Language
}

/** The speakers of a talk as files name them. Who was erased is missing. */
export function personsOf({ release, speakers, fair, language }: PersonsOfInput): (talk: Talk) => SchedulePerson[] {
  const ids = [...new Set([...release.programme.talks.values()].flatMap(({ speakerIds }) => speakerIds))].sort()
  const known = ids.map((id) => speakers.get(id)).filter((speaker) => speaker !== undefined)
  const numbers = numberBook(known.map(({ carried }) => carriedPerson(carried).id ?? null))
  const persons = new Map(known.map((speaker) => [speaker.id, personOf(speaker, fair.id, language, numbers)]))
  return ({ speakerIds }) => speakerIds.map((id) => persons.get(id)).filter((person) => person !== undefined)
}

function personOf(
  { id, name, biography, links, guid, carried: record }: PublicSpeaker,
  fairId: string,
  language: Language,
  numbers: ReturnType<typeof numberBook>,
): SchedulePerson {
  const carried = carriedPerson(record)
  const text = localise({ nl: '', ...biography }, language)
  const asCame = carried.biography !== undefined && shownText(carried.biography).startsWith(text) && text !== ''
  const came = new Map((carried.links ?? []).map((link) => [link.url, link]))
  return {
    id: numbers(carried.id ?? null, `${fairId}/person/${id}`),
    guid: personGuid(fairId, { id, guid }),
    code: carried.code ?? null,
    name,
    biography: asCame ? (carried.biography ?? text) : text,
    avatar: carried.avatar ?? null,
    url: carried.url ?? null,
    links: links
      .filter(({ url }) => url !== carried.url)
      .map(({ label, url }) => ({ ...(came.get(url) ?? { type: '', service: '' }), url, title: label })),
  }
}
