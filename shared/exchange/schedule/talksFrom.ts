import type { Change, Json, StoredFields } from '#shared/document/patch'
import type { Talk } from '#shared/document/records'
import type { Slot } from '#shared/document/schedule'
import { MAX_ABSTRACT, type SlotKey, type TalkKind } from '#shared/document/talkRecord'
import type { PersonId, SectorId, TalkId } from '#shared/kernel/ids'
import { isLanguage, LANGUAGES, type LocalText } from '#shared/kernel/language'
import { slotsOf } from '#shared/programme/slots'
import { abstractOf, asJson, carriedOfEvent, carriedTalk } from './carried'
import { eventIdentity, plainName, scopeOf, slotGuid } from './identity'
import type { ImportedTalk, ImportPlan, TalksFromOptions } from './importPlan'
import { kindOfType } from './kinds'
import { matchPeople, sameJson } from './matchPeople'
import { matchStages } from './matchStages'
import { remarkBook, type Tell } from './remarkBook'
import type { Schedule, ScheduleEvent } from './types'

const MAX_SPEAKERS = 50

interface Found {
  talk: Talk
  key: SlotKey
}

/** One talk of the file: its first event, and where and when it is held. */
interface Group {
  event: ScheduleEvent
  identity: string
  found: Found | undefined
  /** All of them, when the file has the talk several times under one identity. */
  times: ScheduleEvent[]
}

/** A file's talks as records of the fair's document: what is to be created and what changes, found again by its identity. */
export function talksFrom(schedule: Schedule, options: TalksFromOptions): ImportPlan {
  const { tell, remarks } = remarkBook()
  const { newId } = options
  const scope = scopeOf(schedule.conference)
  const { people, idOf: personIdOf } = matchPeople(schedule, scope, options, tell)
  const { stages, patch: stagePatch, idOf: stageIdOf } = matchStages(schedule, options, tell)
  const sectorOf = sectorFinder(options, tell)
  const patch: Change[] = [...stagePatch]
  const talks: ImportedTalk[] = []
  const pending = new Map<TalkId, { present: Talk; fields: StoredFields }>()

  for (const group of groupsOf(schedule, scope, options, tell)) {
    const { event, found } = group
    const slotOf = ({ room, start, minutes }: ScheduleEvent): Slot | null => {
      const stageId = room === null ? undefined : stageIdOf(room)
      return stageId === undefined || start === null ? null : [stageId, start, minutes]
    }
    const speakerIds = [...new Set(event.persons.map(personIdOf).filter((id) => id !== undefined))]
    if (speakerIds.length > MAX_SPEAKERS) tell('speakersTooMany', event.title, { max: MAX_SPEAKERS })
    const slots = slotFields(group, slotOf, newId)
    // A repetition that our own file lists apart moves, and says nothing else than the talk itself does.
    const fields =
      found && found.key !== 'slot'
        ? slots
        : { ...talkFields(group, speakerIds.slice(0, MAX_SPEAKERS), sectorOf, options, tell), ...slots }
    if (found) {
      const before = pending.get(found.talk.id)
      pending.set(found.talk.id, { present: found.talk, fields: { ...before?.fields, ...fields } })
    } else {
      const id = newId() as TalkId
      patch.push({ op: 'put', kind: 'talks', id, fields })
      talks.push({ id, fate: 'new', title: event.title, changed: [] })
    }
  }
  for (const [id, { present, fields }] of pending) {
    const stored = present as unknown as Record<string, Json | undefined>
    const changed = Object.keys(fields).filter((key) => !sameJson(stored[key] ?? null, fields[key] ?? null))
    if (changed.length > 0)
      patch.push({ op: 'set', kind: 'talks', id, fields: Object.fromEntries(changed.map((key) => [key, fields[key]])) })
    talks.push({ id, fate: changed.length > 0 ? 'changed' : 'same', title: present.title.nl, changed })
  }
  return { talks, stages, people, patch, remarks: remarks() }
}

/** Events of one identity are one talk that is repeated when title and speakers are the same; else each stands for itself. */
function groupsOf(schedule: Schedule, scope: string, options: TalksFromOptions, tell: Tell): Group[] {
  const known = knownTalks(options)
  const groups = new Map<string, Group>()
  for (const event of schedule.events) {
    let identity = eventIdentity(event, scope)
    for (let number = 2; groups.has(identity); number++) {
      const first = groups.get(identity)
      if (first && event.start !== null && told(first.event) === told(event)) break
      tell('guidTwice', event.title)
      identity = `${eventIdentity(event, scope)}#${number}`
    }
    const group = groups.get(identity)
    if (group) group.times.push(event)
    else groups.set(identity, { event, identity, found: known.get(identity), times: [event] })
  }
  return [...groups.values()]
}

const told = ({ title, persons }: ScheduleEvent): string =>
  [title, ...persons.map(({ name }) => name)].map(plainName).join('\n')

function knownTalks({ plan, fairId }: TalksFromOptions): Map<string, Found> {
  const known = new Map<string, Found>()
  // Removed ones first: one that stands goes before them.
  const all = [...plan.talks.values()].sort((a, b) => Number(b.removed) - Number(a.removed))
  for (const talk of all) {
    known.set(slotGuid(fairId, talk, 'slot'), { talk, key: 'slot' })
    for (const { key } of slotsOf(talk)) known.set(slotGuid(fairId, talk, key), { talk, key })
    if (talk.guid !== null) known.set(talk.guid, { talk, key: 'slot' })
  }
  return known
}

/** Where and when. What the file has no time for stays where it is. */
function slotFields(
  { found, times }: Group,
  slotOf: (event: ScheduleEvent) => Slot | null,
  newId: () => string,
): Record<string, Json> {
  const slots = times.map(slotOf).filter((slot) => slot !== null)
  const [first, ...more] = slots
  if (found && found.key !== 'slot') return first ? { [found.key]: first } : {}
  const present = found ? slotsOf(found.talk).filter(({ key }) => key !== 'slot') : []
  const fields: Record<string, Json> = first ? { slot: first } : found ? {} : { slot: null }
  more.forEach((slot, index) => {
    fields[present[index]?.key ?? `slot:${newId()}`] = slot
  })
  if (times.length > 1) for (const { key } of present.slice(more.length)) fields[key] = null
  return fields
}

function talkFields(
  { event, found, identity }: Group,
  speakerIds: PersonId[],
  sectorOf: (track: string) => SectorId | null,
  { state }: TalksFromOptions,
  tell: Tell,
): Record<string, Json> {
  const present = found?.talk
  const before = carriedTalk(present?.carried ?? null)
  const { carried, complete } = carriedOfEvent(event)
  if (!complete) tell('carriedTooMuch', event.title)
  const abstract = abstractOf(event)
  if (abstract.length >= MAX_ABSTRACT) tell('textCut', event.title)
  const kind = kindOf(event, tell)
  return {
    title: withText(present?.title ?? null, event.title, event.language) as unknown as Json,
    abstract:
      abstract === '' ? null : (withText(present?.abstract ?? null, abstract, event.language) as unknown as Json),
    // What the organisers chose stays until the file says something else than it did.
    kind: present && before.type === carried.type ? present.kind : kind,
    sectorId: present && before.track === carried.track ? present.sectorId : sectorOf(event.track),
    state: stateOf(event, present, before.cancelled === true, state),
    language: event.language ?? present?.language ?? null,
    speakerIds,
    removed: false,
    guid: present?.guid ?? identity,
    carried: Object.keys(carried).length === 0 ? null : asJson(carried),
  }
}

function stateOf(
  event: ScheduleEvent,
  present: Talk | undefined,
  wasCancelled: boolean,
  state: Talk['state'],
): Talk['state'] {
  if (event.cancelled) return 'cancelled'
  if (!present || (wasCancelled && present.state === 'cancelled')) return state
  return present.state
}

/**
 * A text in its language, and as the Dutch one that a fair must have while nobody has translated it. What was translated
 * here stays.
 */
function withText(present: LocalText | null, text: string, spoken: string | null): LocalText {
  const [primary] = spoken?.split('-') ?? []
  const language = isLanguage(primary) ? primary : 'nl'
  if (present && LANGUAGES.some((one) => present[one] === text) && (present[language] ?? present.nl) === text)
    return present
  const untranslated = !present || present.nl === present[language]
  return { ...present, nl: untranslated ? text : present.nl, [language]: text }
}

function kindOf({ type }: ScheduleEvent, tell: Tell): TalkKind {
  const kind = kindOfType(type)
  if (kind === null) tell('kindUnknown', type)
  return kind ?? 'talk'
}

function sectorFinder({ plan }: TalksFromOptions, tell: Tell): (track: string) => SectorId | null {
  const byName = new Map<string, SectorId>()
  for (const { id, name } of plan.sectors.values())
    for (const language of LANGUAGES) byName.set(plainName(name[language] ?? name.nl), id)
  return (track) => {
    const sector = byName.get(plainName(track))
    if (sector === undefined && track !== '') tell('trackWithoutSector', track)
    return sector ?? null
  }
}
