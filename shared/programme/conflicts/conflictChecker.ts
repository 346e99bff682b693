import type { Plan, RecordKey, Stage, Talk } from '#shared/document/records'
import type { HallId, StageId, TalkId } from '#shared/kernel/ids'
import type { ReadRecord } from '#shared/plan/checks/planChecker'
import type { SlotRef } from '../slots'
import { takesPlace } from '../standing'
import { ConflictBook } from './conflictBook'
import { HeldSlots, sharedBy } from './heldSlots'
import { type HeldSlot, inTime } from './rule'
import { PAIR_RULES_BY, SEQUEL_RULES, SINGLE_RULES, STAGE_RULES } from './rules'
import type { Conflict, ConflictSeverity, ProgrammeContext } from './types'

export type { ReadRecord }

/**
 * All conflicts of a programme, kept up to date talk by talk: only what was touched and what shares a stage, a speaker, a
 * sector or a prerequisite with it is checked again, so that a thousand talks can be watched while one is dragged.
 * Talks that are removed or cancelled, and times on stages that are gone, are in nobody's way.
 */
export class ConflictChecker {
  private readonly halls = new Set<HallId>()
  private readonly stages = new Map<StageId, Stage>()
  private readonly slots = new HeldSlots()
  private readonly book = new ConflictBook()

  constructor(
    plan: Plan,
    private context: ProgrammeContext,
  ) {
    for (const hall of plan.halls.values()) this.halls.add(hall.id)
    for (const stage of plan.stages.values()) this.stages.set(stage.id, stage)
    for (const talk of plan.talks.values()) if (takesPlace(talk)) this.slots.enter(talk, this.standing)
    this.checkAll()
  }

  /** Errors first, then by time. The same array as long as nothing changes. */
  get conflicts(): readonly Conflict[] {
    return this.book.all
  }

  /** What concerns this slot, errors first. */
  of(ref: SlotRef): Conflict[] {
    return this.book.of(ref)
  }

  worstOf(ref: SlotRef): ConflictSeverity | null {
    let worst: ConflictSeverity | null = null
    for (const key of this.book.keysOf(ref)) {
      worst = this.book.get(key)?.severity ?? worst
      if (worst === 'error') break
    }
    return worst
  }

  /** Takes over records as they are now, or as a gesture would make them. Returns the slots whose conflicts may be others than before. */
  update(touched: readonly RecordKey[], read: ReadRecord): ReadonlySet<SlotRef> {
    const talkIds = new Set<TalkId>()
    for (const { kind, id } of touched) {
      if (kind === 'talks') talkIds.add(id as TalkId)
      else if (kind === 'stages') this.takeStage(id as StageId, read, talkIds)
      else if (kind === 'halls') this.takeHall(id as HallId, read, talkIds)
    }
    return this.takeTalks(talkIds, (id) => read('talks', id))
  }

  /** Other people, other hours: everything is checked anew. */
  setContext(context: ProgrammeContext): ReadonlySet<SlotRef> {
    this.context = context
    this.book.clear()
    this.checkAll()
    return new Set([...this.slots.all()].map(({ ref }) => ref))
  }

  private readonly standing = (id: StageId): Stage | undefined => {
    const stage = this.stages.get(id)
    return stage && this.halls.has(stage.hallId) ? stage : undefined
  }

  private takeStage(id: StageId, read: ReadRecord, talkIds: Set<TalkId>): void {
    const stage = read('stages', id)
    if (stage) this.stages.set(id, stage)
    else this.stages.delete(id)
    for (const talkId of this.slots.talksOn(id)) talkIds.add(talkId)
  }

  private takeHall(id: HallId, read: ReadRecord, talkIds: Set<TalkId>): void {
    const isThere = read('halls', id) !== undefined
    if (isThere === this.halls.has(id)) return
    if (isThere) this.halls.add(id)
    else this.halls.delete(id)
    for (const stage of this.stages.values()) {
      if (stage.hallId === id) for (const talkId of this.slots.talksOn(stage.id)) talkIds.add(talkId)
    }
  }

  private takeTalks(talkIds: ReadonlySet<TalkId>, read: (id: TalkId) => Talk | undefined): ReadonlySet<SlotRef> {
    const concerned = new Set<SlotRef>()
    const stageIds = new Set<StageId>()
    const sequels = new Set<TalkId>(talkIds)
    const mark = ({ ref, stage }: HeldSlot) => {
      concerned.add(ref)
      stageIds.add(stage.id)
    }
    for (const id of talkIds) {
      for (const held of this.slots.leave(id)) {
        mark(held)
        for (const other of this.book.forget(held.ref)) concerned.add(other)
      }
    }
    const entered: HeldSlot[] = []
    for (const id of talkIds) {
      const talk = read(id)
      if (talk && takesPlace(talk)) entered.push(...this.slots.enter(talk, this.standing))
      for (const sequel of this.slots.sequelsOf(id)) sequels.add(sequel)
    }
    entered.forEach(mark)
    const add = (conflict: Conflict) => {
      this.book.add(conflict)
      for (const ref of conflict.slots) concerned.add(ref)
    }
    for (const held of entered) this.checkSlot(held, () => true, add)
    for (const id of stageIds) for (const ref of this.checkStage(id)) concerned.add(ref)
    for (const id of sequels) for (const ref of this.checkSequel(id)) concerned.add(ref)
    return concerned
  }

  private checkAll(): void {
    for (const held of this.slots.all()) {
      this.checkSlot(
        held,
        (other) => held.ref < other.ref,
        (conflict) => this.book.add(conflict),
      )
    }
    for (const id of this.slots.stageIds()) this.checkStage(id)
    for (const id of this.slots.talkIds()) this.checkSequel(id)
  }

  private checkSlot(held: HeldSlot, wanted: (other: HeldSlot) => boolean, add: (conflict: Conflict) => void): void {
    for (const rule of SINGLE_RULES) for (const conflict of rule.check(held, this.context)) add(conflict)
    for (const [what, id] of sharedBy(held)) {
      for (const other of this.slots.sharing(what, id)) {
        if (other === held || !wanted(other)) continue
        const [earlier, later] = inTime(held, other) < 0 ? [held, other] : [other, held]
        for (const rule of PAIR_RULES_BY[what]) {
          const conflict = rule.check(earlier, later, id)
          if (conflict) add(conflict)
        }
      }
    }
  }

  private checkStage(id: string): SlotRef[] {
    const slots = [...this.slots.sharing('stage', id)].sort(inTime)
    return STAGE_RULES.flatMap((rule) => this.book.replaceGroup(`${rule.id} ${id}`, rule.check(slots, this.context)))
  }

  private checkSequel(id: TalkId): SlotRef[] {
    const before = this.slots.talk(id)?.prerequisiteId
    const held = before && before !== id ? this.slots.of(before) : []
    return SEQUEL_RULES.flatMap((rule) =>
      this.book.replaceGroup(`${rule.id} ${id}`, rule.check(this.slots.of(id), held)),
    )
  }
}

/** Everything that is wrong with a programme, errors first. */
export const checkProgramme = (plan: Plan, context: ProgrammeContext): readonly Conflict[] =>
  new ConflictChecker(plan, context).conflicts
