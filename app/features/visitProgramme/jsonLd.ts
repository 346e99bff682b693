import type { VisitedFair } from '#server/services/visit/visitFair'
import { type Language, localise } from '#shared/kernel/language'
import type { TalkPage } from './talkPage'

type Described = Pick<VisitedFair, 'slug' | 'name' | 'summary' | 'startsOn' | 'endsOn' | 'venueName' | 'venueAddress'>
type JsonLd = Record<string, unknown>

const SCHEDULED = 'https://schema.org/EventScheduled'
const CANCELLED = 'https://schema.org/EventCancelled'

const venueOf = (fair: Described): JsonLd => ({
  '@type': 'Place',
  name: fair.venueName,
  ...(fair.venueAddress ? { address: fair.venueAddress.replaceAll('\n', ', ') } : {}),
})

const fairAddress = (publicUrl: string, lang: Language, fair: Described) => `${publicUrl}/${lang}/fairs/${fair.slug}`

/** A fair as search engines read it (schema.org). */
export const fairJsonLd = (fair: Described, lang: Language, publicUrl: string): JsonLd => ({
  '@context': 'https://schema.org',
  '@type': 'Event',
  name: localise(fair.name, lang),
  ...(fair.summary ? { description: localise(fair.summary, lang) } : {}),
  startDate: fair.startsOn,
  endDate: fair.endsOn,
  eventStatus: SCHEDULED,
  eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
  location: venueOf(fair),
  url: fairAddress(publicUrl, lang, fair),
})

/** Each time of a talk as search engines read it; nothing for a talk without a time. */
export function talkJsonLd(page: TalkPage, fair: Described, lang: Language, publicUrl: string): JsonLd[] {
  const fairUrl = fairAddress(publicUrl, lang, fair)
  return page.times.map(({ starts, ends, stage, hall }) => ({
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: page.title,
    ...(page.abstract ? { description: page.abstract.paragraphs.join('\n\n') } : {}),
    startDate: starts,
    endDate: ends,
    eventStatus: page.cancelled ? CANCELLED : SCHEDULED,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    ...(page.language ? { inLanguage: page.language.tag } : {}),
    location: { ...venueOf(fair), name: `${stage}, ${hall}, ${fair.venueName}` },
    performer: page.speakers.map(({ id, name }) => ({ '@type': 'Person', name, url: `${fairUrl}/speakers/${id}` })),
    superEvent: { '@type': 'Event', name: localise(fair.name, lang), startDate: fair.startsOn, url: fairUrl },
    url: `${fairUrl}/talks/${page.id}`,
  }))
}
