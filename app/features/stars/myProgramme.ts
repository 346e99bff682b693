import type { Stage } from '#shared/document/records'
import type { stars } from '#shared/i18n/en/stars'
import type { Messages } from '#shared/i18n/messages'
import type { StageId, TalkId } from '#shared/kernel/ids'
import type { Language } from '#shared/kernel/language'
import { type Clash, clashes } from '#shared/programme/queries/clashes'
import { slotRef, type TalkSlot } from '#shared/programme/slots'
import { fill } from '~/lib/planView/visitWords'
import type { Agenda, AgendaTalk } from './agenda'

/** Sentences that server and browser put together alike; gaps as in `{title}`. */
export type MyWords = Messages<typeof stars.words>

/** What somebody keeps of a programme. */
export interface Kept {
  /** When each was starred, in milliseconds since 1970. */
  stars: ReadonlyMap<string, number>
  signups: readonly { talkId: string; state: 'seated' | 'waiting'; position: number | null }[]
  /** Starred until a moment ago, and still shown so that it can be put back. */
  takenBack?: ReadonlySet<string>
}

export interface MyNote {
  kind: 'cancelled' | 'moved' | 'clash' | 'walk' | 'seat' | 'waiting' | 'repeat'
  text: string
}

/** One time of a talk, in the reader's words. */
export interface MyRow {
  ref: string
  talkId: string
  title: string
  /** `10:00`, in the fair's time zone; '' while it has no time. */
  from: string
  until: string
  stage: string
  cancelled: boolean
  starred: boolean
  /** `next`: the first that is still to come. */
  when: 'over' | 'now' | 'next' | 'later'
  notes: MyNote[]
}

export interface MyDay {
  /** 2027-03-12; '' for what has no time yet. */
  day: string
  title: string
  rows: MyRow[]
}

export interface MyProgramme {
  days: MyDay[]
  /** The row that comes first from now on, with its day; null: nothing more comes. */
  next: { row: MyRow; day: string } | null
  /** Titles of talks that are no longer in the programme. */
  gone: string[]
}

const LOCALE: Record<Language, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' }

interface Held {
  talk: AgendaTalk
  slot: TalkSlot
}

/** What somebody keeps, by day, with what is in the way. `minute`: now, since 1970. The same on the server and in the browser. */
export function myProgramme(
  agenda: Agenda,
  kept: Kept,
  minute: number,
  language: Language,
  words: MyWords,
): MyProgramme {
  const wanted = new Set([...kept.stars.keys(), ...kept.signups.map(({ talkId }) => talkId)])
  const talks = agenda.talks.filter(({ id }) => wanted.has(id) || kept.takenBack?.has(id))
  const held = talks
    .flatMap(heldSlots)
    .sort((a, b) => a.slot.start - b.slot.start || (a.talk.title < b.talk.title ? -1 : 1))
  const planned = held.filter(({ talk }) => wanted.has(talk.id))
  const say = speaker(agenda, kept, language, words, clashNotes(agenda, planned, language, words))
  const next = planned.find(({ talk, slot }) => !talk.cancelled && slot.start > minute)

  const days = new Map<string, MyRow[]>()
  for (const { talk, slot } of held) {
    const when = minute >= slot.end ? 'over' : minute >= slot.start ? 'now' : slot === next?.slot ? 'next' : 'later'
    const day = agenda.days.find(({ from, until }) => from <= slot.start && slot.start < until)?.day ?? ''
    days.set(day, [...(days.get(day) ?? []), say.row(talk, slot, when)])
  }
  const timeless = talks.filter(({ slots }) => slots.length === 0).map((talk) => say.row(talk, null, 'later'))
  const listed = [...days].map(([day, rows]) => ({ day, title: say.day(day), rows }))
  if (timeless.length > 0) listed.push({ day: '', title: words.noTime, rows: timeless })
  const first = listed
    .flatMap(({ title, rows }) => rows.map((row) => ({ row, day: title })))
    .find(({ row }) => row.when === 'next')
  return {
    days: listed,
    next: first ?? null,
    gone: [...wanted].flatMap((id) => agenda.gone[id] ?? []),
  }
}

const heldSlots = (talk: AgendaTalk): Held[] =>
  talk.slots.map(([stageId, start, minutes, key]) => ({
    talk,
    slot: {
      talkId: talk.id as TalkId,
      key: key as TalkSlot['key'],
      stageId: stageId as StageId,
      start,
      end: start + minutes,
    },
  }))

const refOf = (slot: TalkSlot) => slotRef(slot.talkId, slot.key)

const timeFormat = (agenda: Agenda, language: Language) => {
  const format = new Intl.DateTimeFormat(LOCALE[language], {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: agenda.timeZone,
  })
  return (minute: number) => format.format(minute * 60_000)
}

/** What is in the way of each slot, by its name. Cancelled talks are in nobody's. */
function clashNotes(agenda: Agenda, held: readonly Held[], language: Language, words: MyWords): Map<string, MyNote[]> {
  const stages = new Map(agenda.stages.map((stage) => [stage.id as string, stage as unknown as Stage]))
  const titles = new Map(held.map(({ talk }) => [talk.id, talk.title]))
  const time = timeFormat(agenda, language)
  const notes = new Map<string, MyNote[]>()
  const add = (slot: TalkSlot, note: MyNote) => notes.set(refOf(slot), [...(notes.get(refOf(slot)) ?? []), note])
  const other = (slot: TalkSlot) => ({ title: titles.get(slot.talkId) ?? '', time: time(slot.start) })
  const said = ({ kind, minutes, needed }: Clash, slot: TalkSlot, later: boolean): MyNote =>
    kind === 'overlap'
      ? { kind: 'clash', text: fill(words.clash, { ...other(slot), minutes: String(minutes) }) }
      : {
          kind: 'walk',
          text: fill(later ? words.walkTo : words.walkFrom, {
            ...other(slot),
            minutes: String(minutes),
            needed: String(needed),
          }),
        }
  const slots = held.filter(({ talk }) => !talk.cancelled).map(({ slot }) => slot)
  for (const clash of clashes(slots, { stages } as never)) {
    if (clash.avoidable) continue
    add(clash.earlier, said(clash, clash.later, true))
    add(clash.later, said(clash, clash.earlier, false))
  }
  return notes
}

/** Puts rows into words. */
function speaker(
  agenda: Agenda,
  kept: Kept,
  language: Language,
  words: MyWords,
  clashing: ReadonlyMap<string, MyNote[]>,
) {
  const time = timeFormat(agenda, language)
  const dayFormat = new Intl.DateTimeFormat(LOCALE[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  const dayTime = new Intl.DateTimeFormat(LOCALE[language], {
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: agenda.timeZone,
  })
  const stageNames = new Map(agenda.stages.map(({ id, name }) => [id, name]))
  const signups = new Map(kept.signups.map((signup) => [signup.talkId, signup]))

  function notesOf(talk: AgendaTalk, slot: TalkSlot | null): MyNote[] {
    const notes: MyNote[] = []
    if (talk.cancelled) notes.push({ kind: 'cancelled', text: words.cancelled })
    const starredAt = kept.stars.get(talk.id)
    const was = starredAt === undefined ? undefined : talk.was?.find(([until]) => until > starredAt)
    if (was && (!slot || slot.key === 'slot')) {
      const [, stage, start] = was
      const [stageId, nowStart] = talk.slots.find(([, , , key]) => key === 'slot') ?? []
      const back = stageNames.get(stageId ?? '') === stage && nowStart === start
      if (!back) notes.push({ kind: 'moved', text: fill(words.moved, { time: dayTime.format(start * 60_000), stage }) })
    }
    const signup = signups.get(talk.id)
    if (signup?.state === 'seated') notes.push({ kind: 'seat', text: words.seat })
    if (signup?.state === 'waiting')
      notes.push({ kind: 'waiting', text: fill(words.onWaitingList, { position: String(signup.position ?? '') }) })
    if (talk.slots.length > 1)
      notes.push({ kind: 'repeat', text: fill(words.repeat, { count: String(talk.slots.length) }) })
    return slot ? [...notes, ...(clashing.get(refOf(slot)) ?? [])] : notes
  }

  return {
    day: (day: string) => dayFormat.format(new Date(`${day}T00:00:00Z`)),
    row: (talk: AgendaTalk, slot: TalkSlot | null, when: MyRow['when']): MyRow => ({
      ref: slot ? refOf(slot) : talk.id,
      talkId: talk.id,
      title: talk.title,
      from: slot ? time(slot.start) : '',
      until: slot ? time(slot.end) : '',
      stage: slot ? (stageNames.get(slot.stageId) ?? '') : '',
      cancelled: talk.cancelled ?? false,
      starred: kept.stars.has(talk.id),
      when,
      notes: notesOf(talk, slot),
    }),
  }
}
