import type { Json } from '#shared/document/patch'
import { MAX_ABSTRACT } from '#shared/document/talkRecord'
import { plainText } from '#shared/programme/queries/plainText'
import type { Reference, ScheduleEvent, SchedulePerson } from './types'

/** Below the document's own limit, which counts a little more than these fields. */
const MAX_CARRIED = 19_000
const MAX_CARRIED_LINKS = 60

/** What a talk has no field for, and gives back when it leaves the house again. Only what the file said. */
export interface CarriedTalk {
  id?: number
  code?: string
  slug?: string
  url?: string
  type?: string
  track?: string
  cancelled?: true
  /** As they were written, where the talk's abstract is made of several or of markup. */
  texts?: { subtitle: string; abstract: string; description: string }
  links?: Reference[]
  attachments?: Reference[]
  logo?: string
  recording?: NonNullable<ScheduleEvent['recording']>
  doNotStream?: true
  feedbackUrl?: string
  originUrl?: string
  videoUrl?: string
}

export interface CarriedPerson {
  id?: number
  code?: string
  url?: string
  avatar?: string
  biography?: string
  links?: Reference[]
}

/**
 * Markup as text, for forms and pages. Where the text would be taken for markup again (a talk about HTML), the markup stays:
 * pages read it the right way.
 */
export function shownText(text: string): string {
  const plain = plainText(text)
  return plainText(plain) === plain ? plain : text
}

/** The one abstract that a talk has here: subtitle, abstract and description, a paragraph each. */
export const abstractOf = ({ subtitle, abstract, description }: NonNullable<CarriedTalk['texts']>): string =>
  [subtitle, shownText(abstract), shownText(description)]
    .filter((text) => text !== '')
    .join('\n\n')
    .slice(0, MAX_ABSTRACT)
    .toWellFormed()
    .trim()

/** `complete` is false where something was too much to be carried. */
export function carriedOfEvent(event: ScheduleEvent): { carried: CarriedTalk; complete: boolean } {
  const { subtitle, abstract, description } = event
  const texts = { subtitle, abstract, description }
  const carried = said<CarriedTalk>({
    id: event.id,
    code: event.code,
    slug: event.slug,
    url: event.url,
    type: event.type,
    track: event.track,
    cancelled: event.cancelled || null,
    texts: abstractOf(texts) === abstract ? null : texts,
    links: event.links.slice(0, MAX_CARRIED_LINKS),
    attachments: event.attachments.slice(0, MAX_CARRIED_LINKS),
    logo: event.logo,
    recording: event.recording,
    doNotStream: event.doNotStream || null,
    feedbackUrl: event.feedbackUrl,
    originUrl: event.originUrl,
    videoUrl: event.videoUrl,
  })
  let complete = event.links.length <= MAX_CARRIED_LINKS && event.attachments.length <= MAX_CARRIED_LINKS
  for (const field of ['texts', 'attachments', 'links'] as const) {
    if (JSON.stringify(carried).length <= MAX_CARRIED) break
    if (carried[field] === undefined) continue
    delete carried[field]
    complete = false
  }
  return { carried, complete }
}

export const carriedOfPerson = (person: SchedulePerson, biography: string): CarriedPerson =>
  said<CarriedPerson>({
    id: person.id,
    code: person.code,
    url: person.url,
    avatar: person.avatar,
    biography: person.biography === biography ? null : person.biography,
    links: person.links.slice(0, MAX_CARRIED_LINKS),
  })

/** Without what the file was silent about. */
const said = <T extends object>(fields: { [K in keyof T]-?: T[K] | null | '' | readonly [] }): T =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as T

/** What a stored record carries, read as ours; whatever else is in it stays unread. */
export const carriedTalk = (carried: Readonly<Record<string, unknown>> | null): CarriedTalk =>
  (carried ?? {}) as CarriedTalk
export const carriedPerson = (carried: Readonly<Record<string, unknown>>): CarriedPerson => carried as CarriedPerson

export const asJson = (carried: CarriedTalk | CarriedPerson): Record<string, Json> => carried as Record<string, Json>
