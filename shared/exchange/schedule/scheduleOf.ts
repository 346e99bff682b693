import type { Stage, Talk } from '#shared/document/records'
import { daysBetween } from '#shared/fairs/openingHours'
import { slugOf } from '#shared/fairs/slug'
import type { FairId, PersonId } from '#shared/kernel/ids'
import { type Language, type LocalText, localise } from '#shared/kernel/language'
import type { ReleasedPlan } from '#shared/plan/release'
import { slotRef, type TalkSlot } from '#shared/programme/slots'
import { fairAddress, talkAddress } from './addresses'
import { inOrder, wholeDay } from './assemble'
import { abstractOf, carriedTalk } from './carried'
import { slotGuid, stageGuid } from './identity'
import { kindOfType } from './kinds'
import { stageNames } from './names'
import { numberBook } from './numbers'
import { type PublicSpeaker, personsOf } from './personsOf'
import type { Room, Schedule, ScheduleEvent } from './types'

export interface PublishedFairFacts {
  id: FairId
  slug: string
  name: LocalText
  summary: LocalText | null
  venueName: string
  /** 2027-03-12 */
  startsOn: string
  endsOn: string
  timeZone: string
}

export interface ScheduleOfInput {
  release: Pick<ReleasedPlan, 'number' | 'plan' | 'programme'>
  speakers: ReadonlyMap<PersonId, PublicSpeaker>
  fair: PublishedFairFacts
  language: Language
  /** Origin of links, without a slash at the end. */
  publicUrl: string
  /** Where the file itself lies. */
  url: string | null
}

/** The programme of a release, in one language, as files carry it. Nothing of it but what public pages show. */
export function scheduleOf(input: ScheduleOfInput): Schedule {
  const { release, fair, language, publicUrl, url } = input
  const { plan } = release
  const rooms = roomsOf(input)
  const page = fairAddress(publicUrl, language, fair.slug)
  return {
    version: String(release.number),
    generator: { name: 'Beursvloer', system: publicUrl, version: '1' },
    url,
    conference: {
      acronym: fair.slug,
      title: localise(fair.name, language),
      subtitle: '',
      description: fair.summary ? localise(fair.summary, language) : '',
      venue: fair.venueName,
      city: '',
      start: fair.startsOn,
      end: fair.endsOn,
      timeslot: 5,
      baseUrl: `${page}/`,
      url: page,
      logo: null,
      timeZone: fair.timeZone,
      color: null,
      keywords: [],
    },
    tracks: [...plan.sectors.values()].map(({ name }) => {
      const text = localise(name, language)
      return { name: text, slug: slugOf(text), color: null }
    }),
    rooms: [...rooms.values()],
    days: daysBetween(fair.startsOn, fair.endsOn).map((day) => wholeDay(day, fair.timeZone)),
    events: inOrder(eventsOf(input, rooms), [...rooms.values()]),
  }
}

function roomsOf({ release: { plan }, fair, language }: ScheduleOfInput): Map<string, Room> {
  const names = stageNames(plan, language)
  const room = (stage: Stage): Room => {
    const name = names.get(stage.id) ?? stage.id
    const hall = plan.halls.get(stage.hallId)
    return {
      name,
      guid: stageGuid(fair.id, stage.id),
      slug: slugOf(name),
      capacity: stage.capacity || null,
      description: hall ? localise(hall.name, language) : '',
      url: null,
      type: 'stage',
    }
  }
  return new Map([...plan.stages.values()].map((stage) => [stage.id, room(stage)]))
}

function eventsOf(input: ScheduleOfInput, rooms: ReadonlyMap<string, Room>): ScheduleEvent[] {
  const { release, fair } = input
  const { talks, slots } = release.programme
  const placed = slots
    .map((slot) => ({ slot, talk: talks.get(slot.talkId), room: rooms.get(slot.stageId)?.name }))
    .filter((one): one is { slot: TalkSlot; talk: Talk; room: string } => !!one.talk && one.room !== undefined)
    // In an order that no move changes: of two talks that came with one number, the same one always keeps it.
    .sort((a, b) => (slotRef(a.slot.talkId, a.slot.key) < slotRef(b.slot.talkId, b.slot.key) ? -1 : 1))
  const numbers = numberBook(placed.map(({ slot, talk }) => ownNumber(talk, slot)))
  const persons = personsOf(input)
  const guids = new Set<string>()
  return placed.map(({ slot, talk, room }) => {
    const own = slotGuid(fair.id, talk, slot.key)
    const guid = guids.has(own) ? slotGuid(fair.id, { id: talk.id, guid: null }, slot.key) : own
    guids.add(guid)
    return {
      ...talkEvent(input, talk),
      id: numbers(ownNumber(talk, slot), `${fair.id}/${slotRef(talk.id, slot.key)}`),
      guid,
      room,
      start: slot.start,
      minutes: slot.end - slot.start,
      persons: persons(talk),
    }
  })
}

/** The number that a talk came with belongs to the first time that it is held. */
const ownNumber = (talk: Talk, { key }: TalkSlot): number | null =>
  key === 'slot' ? (carriedTalk(talk.carried).id ?? null) : null

type TalkEvent = Omit<ScheduleEvent, 'id' | 'guid' | 'room' | 'start' | 'minutes' | 'persons'>

/** What all times of a talk share. What came with it goes out again, unless the organisers have changed it since. */
function talkEvent({ release: { plan }, fair, language, publicUrl }: ScheduleOfInput, talk: Talk): TalkEvent {
  const carried = carriedTalk(talk.carried)
  const sector = talk.sectorId === null ? undefined : plan.sectors.get(talk.sectorId)
  const abstract = talk.abstract ? localise(talk.abstract, language) : ''
  const texts = carried.texts && abstractOf(carried.texts) === abstract ? carried.texts : null
  const type = carried.type ?? ''
  return {
    code: carried.code ?? null,
    slug: carried.slug ?? null,
    url: talkAddress(publicUrl, language, fair.slug, talk.id),
    title: localise(talk.title, language),
    subtitle: texts?.subtitle ?? '',
    abstract: texts?.abstract ?? abstract,
    description: texts?.description ?? '',
    type: type !== '' && (kindOfType(type) ?? 'talk') === talk.kind ? type : talk.kind,
    track: sector ? localise(sector.name, language) : (carried.track ?? ''),
    language: talk.language,
    cancelled: talk.state === 'cancelled',
    links: carried.links ?? [],
    attachments: carried.attachments ?? [],
    logo: carried.logo ?? null,
    recording: carried.recording ?? null,
    doNotStream: carried.doNotStream ?? false,
    feedbackUrl: carried.feedbackUrl ?? null,
    originUrl: carried.originUrl ?? carried.url ?? null,
    videoUrl: carried.videoUrl ?? null,
  }
}
