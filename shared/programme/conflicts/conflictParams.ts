import type { Plan, Talk } from '#shared/document/records'
import type { StageId } from '#shared/kernel/ids'
import { type Language, localise } from '#shared/kernel/language'
import { timeLabel } from '../gridDays'
import { parseSlotRef, type SlotRef } from '../slots'
import { instantOfMinute } from '../time'
import type { Conflict, ProgrammeContext } from './types'

/** What the sentence `conflicts:sentences.<rule>` is made of, in words of one language. */
export interface ConflictParams {
  /** The earlier talk; of a prerequisite the follow-up. */
  talk: string
  /** The later talk; of a follow-up its prerequisite. Empty where a rule concerns one talk. */
  other: string
  stage: string
  /** Where the other talk is held. */
  otherStage: string
  person: string
  booths: string
  sector: string
  /** `Fri 12 Mar 10:00–10:30`, on the clocks of the fair. */
  when: string
  /** Numbers in the unit of the rule. */
  measured: number
  limit: number
  /** As it was written; a translator may know better words (see shared/i18n/conflictSentence.ts). */
  missing: string
}

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' }
/** Stands for what is gone or was never known. */
const NOBODY = '?'
/** Minutes after which the end of a stretch is said with its day. */
const HALF_A_DAY = 720

export function conflictParams(
  conflict: Conflict,
  plan: Plan,
  { people, timeZone }: Pick<ProgrammeContext, 'people' | 'timeZone'>,
  language: Language,
): ConflictParams {
  const [first, second] = subjectFirst(conflict)
  const talk = talkAt(plan, first)
  const other = talkAt(plan, second)
  const list = new Intl.ListFormat(LOCALES[language], { type: 'conjunction' })
  const sector = talk?.sectorId ? plan.sectors.get(talk.sectorId) : undefined
  return {
    talk: talk ? localise(talk.title, language) : NOBODY,
    other: second === undefined ? '' : other ? localise(other.title, language) : NOBODY,
    ...stagesOf(conflict, first, plan, language),
    person: list.format(conflict.personIds.map((id) => people.get(id)?.name || NOBODY)),
    booths: list.format(conflict.boothIds.map((id) => plan.booths.get(id)?.number ?? NOBODY)),
    sector: sector ? localise(sector.name, language) : NOBODY,
    when: stretchLabel(conflict, timeZone, language),
    measured: conflict.measured ?? 0,
    limit: conflict.limit ?? 0,
    missing: list.format(conflict.missing),
  }
}

/** `Fri 12 Mar 10:00–10:30`; a moment without length is said once. */
export function stretchLabel(
  { from, until }: { readonly from: number; readonly until: number },
  timeZone: string,
  language: Language,
): string {
  const start = `${dayLabel(from, timeZone, language)} ${timeLabel(from, timeZone)}`
  if (until === from) return start
  const end = timeLabel(until, timeZone)
  return until - from < HALF_A_DAY ? `${start}–${end}` : `${start} – ${dayLabel(until, timeZone, language)} ${end}`
}

const formats = new Map<string, Intl.DateTimeFormat>()

function dayLabel(minute: number, timeZone: string, language: Language): string {
  const key = `${language} ${timeZone}`
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(LOCALES[language], { weekday: 'short', day: 'numeric', month: 'short', timeZone })
  formats.set(key, format)
  return format.format(instantOfMinute(minute))
}

const talkAt = (plan: Plan, ref: SlotRef | undefined): Talk | undefined =>
  ref === undefined ? undefined : plan.talks.get(parseSlotRef(ref).talkId)

/** A follow-up may start before or after its prerequisite: the conflict's key has its slot (see prerequisite.ts). */
function subjectFirst({ rule, slots, key }: Conflict): readonly (SlotRef | undefined)[] {
  const [first, second] = slots
  if (rule !== 'prerequisite' || first === undefined) return slots
  return key.split(' ').includes(first) ? slots : [second, first]
}

/** Stages are in the order of the slots; one that both are on is there once. */
function stagesOf(
  { stageIds, slots }: Conflict,
  first: SlotRef | undefined,
  plan: Plan,
  language: Language,
): { stage: string; otherStage: string } {
  const nameOf = (id: StageId | undefined) => {
    const stage = id === undefined ? undefined : plan.stages.get(id)
    return stage ? localise(stage.name, language) : NOBODY
  }
  const [one, two] = [nameOf(stageIds[0]), nameOf(stageIds[1] ?? stageIds[0])]
  return first === slots[0] ? { stage: one, otherStage: two } : { stage: two, otherStage: one }
}
