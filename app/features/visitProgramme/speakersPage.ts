import type { VisitedFair } from '#server/services/visit/visitFair'
import type { PublishedProgramme, TalksVisit } from '#server/services/visit/visitProgramme'
import { matchesSearch } from '#shared/exhibitors/search'
import { groupBy } from '#shared/kernel/groupBy'
import type { PersonId } from '#shared/kernel/ids'
import type { Language } from '#shared/kernel/language'
import { chosenText } from '~/features/visit/exhibitorPage'
import { letterOf } from '~/features/visit/exhibitorsPage'
import { languageName } from '~/features/visit/languageName'
import { byName } from '~/features/visit/planPage'
import type { CardWords } from './talkCards'
import { type TalkLine, talkLines } from './talkLines'

export interface SpeakerRow {
  id: string
  name: string
  /** Titles of their sessions. */
  talks: string
}

export interface SpeakersPage {
  all: number
  found: number
  groups: { letter: string; speakers: SpeakerRow[] }[]
}

export function speakersPage(
  { release, speakers }: PublishedProgramme,
  search: string,
  { format }: CardWords,
): SpeakersPage {
  const titles = new Map<PersonId, string[]>()
  for (const talk of release.programme.talks.values())
    for (const id of talk.speakerIds) titles.set(id, [...(titles.get(id) ?? []), format.text(talk.title)])
  const rows = [...speakers.values()]
    .map(({ id, name }): SpeakerRow => ({ id, name, talks: (titles.get(id) ?? []).join(' · ') }))
    .sort(byName(format))
  const found = rows.filter(({ name, talks }) => matchesSearch([name, talks], search))
  return {
    all: rows.length,
    found: found.length,
    groups: [...groupBy(found, ({ name }) => letterOf(name))].map(([letter, speakers]) => ({ letter, speakers })),
  }
}

export interface SpeakerPage {
  id: string
  name: string
  biography: { text: string; lang: Language | null; languageName: string } | null
  links: { label: string; url: string }[]
  exhibitor: { id: string; name: string; booths: { id: string; number: string }[] } | null
  talks: TalkLine[]
}

/** A person who speaks in the release; null for anybody else. */
export function speakerPage(
  published: NonNullable<TalksVisit['published']>,
  personId: string,
  { timeZone }: Pick<VisitedFair, 'timeZone'>,
  words: CardWords,
): SpeakerPage | null {
  const speaker = published.speakers.get(personId as PersonId)
  if (!speaker) return null
  const { language } = words.format
  const text = chosenText(speaker.biography, language)
  const exhibitor = published.exhibitors.find(({ id }) => id === speaker.exhibitorId)
  return {
    id: speaker.id,
    name: speaker.name,
    biography: text && {
      text: text.text,
      lang: text.language === language ? null : text.language,
      languageName: languageName(text.language, language) ?? text.language,
    },
    links: speaker.links.filter(({ url }) => /^https?:\/\//i.test(url)),
    exhibitor: exhibitor
      ? {
          id: exhibitor.id,
          name: exhibitor.name,
          booths: exhibitor.boothIds.map((id) => ({ id, number: published.release.booths.get(id)?.number ?? '' })),
        }
      : null,
    talks: talkLines(published, timeZone, words, ({ speakerIds }) => speakerIds.includes(speaker.id)),
  }
}
