import type { Plan, Stage, Talk } from '#shared/document/records'
import type { Span } from '#shared/document/schedule'
import type { StageId, TalkId } from '#shared/kernel/ids'
import { compareNumbers } from '#shared/plan/queries/boothNumbers'
import { type Lane, lanes } from '#shared/programme/queries/lanes'
import { type SlotRef, slotRef, slotsOf, type TalkSlot } from '#shared/programme/slots'
import { standingStages } from '#shared/programme/standing'
import { shownHours, type TimetableDay } from './days'

/** One slot of a talk on the grid. Those that overlap on a stage stand side by side, in `lanes` of which it is the `lane`th. */
export interface Block {
  readonly ref: SlotRef
  readonly talkId: TalkId
  readonly stageId: StageId
  readonly start: number
  readonly end: number
  readonly lane: number
  readonly lanes: number
}

/** What one day of the grid shows. */
export interface DayLayout {
  readonly day: TimetableDay
  /** The hours shown, in minutes since 1970. */
  readonly from: number
  readonly until: number
  /** Columns, by hall and name. */
  readonly stages: readonly Stage[]
  readonly columns: ReadonlyMap<StageId, number>
  readonly blocks: ReadonlyMap<SlotRef, Block>
  /** Blocks of a stage by their start. */
  readonly byStage: ReadonlyMap<StageId, readonly Block[]>
}

export interface LayoutInput {
  plan: Plan
  day: TimetableDay
  timeZone: string
  openSpans: readonly Span[]
  wholeDay: boolean
}

/** Stages as columns: hall by hall, `Hall 2` before `Hall 10`. */
export function sortedStages(plan: Plan): Stage[] {
  const hallName = (stage: Stage) => plan.halls.get(stage.hallId)?.name.nl ?? ''
  return standingStages(plan).sort(
    (a, b) =>
      compareNumbers(hallName(a), hallName(b)) || compareNumbers(a.name.nl, b.name.nl) || (a.id < b.id ? -1 : 1),
  )
}

export function layoutDay({ plan, day, timeZone, openSpans, wholeDay }: LayoutInput): DayLayout {
  const stages = sortedStages(plan)
  const columns = new Map(stages.map(({ id }, column) => [id, column]))
  const slotsByStage = new Map<StageId, TalkSlot[]>(stages.map(({ id }) => [id, []]))
  for (const talk of plan.talks.values()) {
    if (talk.removed) continue
    for (const slot of slotsOn(talk, day)) slotsByStage.get(slot.stageId)?.push(slot)
  }
  const blocks = new Map<SlotRef, Block>()
  const byStage = new Map<StageId, readonly Block[]>()
  for (const [stageId, slots] of slotsByStage) {
    const beside = lanes(slots)
    const placed = slots.map((slot): Block => blockOf(slot, beside.get(slot) ?? ALONE)).sort(inOrder)
    byStage.set(stageId, placed)
    for (const block of placed) blocks.set(block.ref, block)
  }
  const hours = shownHours({ day, timeZone, openSpans, talks: blocks.values(), wholeDay })
  return { day, ...hours, stages, columns, blocks, byStage }
}

const ALONE: Lane = { lane: 0, lanes: 1 }

const blockOf = ({ talkId, key, stageId, start, end }: TalkSlot, { lane, lanes }: Lane): Block => ({
  ref: slotRef(talkId, key),
  talkId,
  stageId,
  start,
  end,
  lane,
  lanes,
})

const inOrder = (a: Block, b: Block) => a.start - b.start || a.lane - b.lane

const slotsOn = (talk: Talk, { from, until }: TimetableDay): TalkSlot[] =>
  talk.slot === null && !hasRepetition(talk)
    ? []
    : slotsOf(talk).filter(({ start, end }) => start < until && from < end)

const hasRepetition = (talk: Talk) => Object.keys(talk).some((key) => key.startsWith('slot:'))
