import { PLACED_KINDS, type Plan, type RecordKey, type RecordKind, type RecordOf } from '#shared/document/records'
import type { Box } from '#shared/geometry/types'
import { type ItemKey, isPlacedKind, itemKey, standing } from '../itemKey'
import { CheckedHall, groupsOf } from './checkedHall'
import { ProblemBook } from './problemBook'
import { PAIR_RULES, SINGLE_RULES } from './rules'
import { floorOf, subjectOf } from './subject'
import type { Problem, Subject } from './types'

/** Where the checker reads records from: a store, or a plan with a gesture's preview over it. */
export type ReadRecord = <K extends RecordKind>(kind: K, id: string) => RecordOf[K] | undefined

/** A group of one hall whose members have changed. */
interface DirtyGroup {
  hall: CheckedHall
  hallId: string
  name: string
}

/**
 * All problems of a plan, kept up to date record by record: only what was touched and its neighbours are checked again,
 * so that five thousand booths can be watched while one is dragged.
 */
export class PlanChecker {
  private readonly halls = new Map<string, CheckedHall>()
  private readonly subjects = new Map<ItemKey, Subject>()
  private readonly book = new ProblemBook()

  constructor(plan: Plan) {
    for (const hall of plan.halls.values()) this.hall(hall.id).floor = floorOf(hall)
    const boxes = new Map<CheckedHall, [ItemKey, Box][]>()
    for (const kind of PLACED_KINDS) {
      for (const record of plan[kind].values()) {
        if (!standing(record)) continue
        const subject = subjectOf(kind, record)
        const hall = this.hall(record.hallId)
        const list = boxes.get(hall) ?? []
        boxes.set(hall, list)
        list.push([subject.key, subject.box])
        this.subjects.set(subject.key, subject)
        hall.join(subject)
      }
    }
    for (const [hall, list] of boxes) hall.index.load(list)
    for (const subject of this.subjects.values()) this.check(subject, (other) => subject.key < other)
    for (const [hallId, hall] of this.halls) {
      for (const name of hall.groups.keys()) this.checkGroup({ hall, hallId, name })
    }
  }

  get problems(): readonly Problem[] {
    return this.book.all
  }

  problemsOf(key: ItemKey): Problem[] {
    return this.book.of(key)
  }

  worstOf(key: ItemKey): Problem['severity'] | null {
    const problems = this.book.of(key)
    if (problems.length === 0) return null
    return problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning'
  }

  /** Takes over records as they are now. Returns the things whose problems may be others than before. */
  update(touched: readonly RecordKey[], read: ReadRecord): ReadonlySet<ItemKey> {
    const concerned = new Set<ItemKey>()
    const groups = new Map<string, DirtyGroup>()
    for (const { kind, id } of touched) {
      if (kind === 'halls') this.takeHall(id, read('halls', id), concerned)
      if (!isPlacedKind(kind)) continue
      const key = itemKey(kind, id)
      concerned.add(key)
      const before = this.subjects.get(key)
      if (before) this.leave(before, groups)
      const record = standing(read(kind, id))
      if (record) this.enter(subjectOf(kind, record), groups)
    }
    const dirty = [...concerned]
    for (const key of dirty) for (const other of this.book.forget(key)) concerned.add(other)
    for (const key of dirty) {
      const subject = this.subjects.get(key)
      if (!subject) continue
      this.markGroups(subject, groups)
      for (const other of this.check(subject, () => true)) concerned.add(other)
    }
    for (const group of groups.values()) for (const key of this.checkGroup(group)) concerned.add(key)
    return concerned
  }

  private hall(id: string): CheckedHall {
    let hall = this.halls.get(id)
    if (!hall) {
      hall = new CheckedHall()
      this.halls.set(id, hall)
    }
    return hall
  }

  private takeHall(id: string, record: RecordOf['halls'] | undefined, concerned: Set<ItemKey>): void {
    const hall = this.hall(id)
    hall.floor = record ? floorOf(record) : null
    for (const key of hall.index.keys()) concerned.add(key)
  }

  private enter(subject: Subject, groups: Map<string, DirtyGroup>): void {
    this.subjects.set(subject.key, subject)
    this.hall(subject.record.hallId).enter(subject)
    this.markGroups(subject, groups)
  }

  private leave(subject: Subject, groups: Map<string, DirtyGroup>): void {
    this.markGroups(subject, groups)
    this.hall(subject.record.hallId).leave(subject)
    this.subjects.delete(subject.key)
  }

  private markGroups(subject: Subject, groups: Map<string, DirtyGroup>): void {
    const { hallId } = subject.record
    for (const [name] of groupsOf(subject)) groups.set(groupId(hallId, name), { hall: this.hall(hallId), hallId, name })
  }

  private check(subject: Subject, wanted: (other: ItemKey) => boolean): ItemKey[] {
    const hall = this.hall(subject.record.hallId)
    const { floor } = hall
    if (!floor) return []
    const problems = SINGLE_RULES.map((rule) => rule.check(subject, floor))
    const touching = hall.touching(subject)
    for (const rule of PAIR_RULES) {
      for (const key of rule.anchor ? hall.anchored(subject, rule.anchor) : touching) {
        const other = key !== subject.key && wanted(key) ? this.subjects.get(key) : undefined
        if (other) problems.push(rule.check(subject, other, floor))
      }
    }
    return problems.flatMap((problem) => {
      if (!problem) return []
      this.book.add(problem)
      return problem.ids
    })
  }

  private checkGroup({ hall, hallId, name }: DirtyGroup): ItemKey[] {
    const id = groupId(hallId, name)
    const concerned = [...this.book.drop(id)]
    const group = hall.groups.get(name)
    if (!hall.floor || !group) return concerned
    const members = [...group.members].flatMap((key) => this.subjects.get(key) ?? [])
    const problem = group.rule.check(members, hall.floor)
    if (!problem) return concerned
    this.book.add(problem, id)
    return [...concerned, ...problem.ids]
  }
}

const groupId = (hallId: string, name: string): string => `${hallId} ${name}`

/** Everything that is wrong with a plan. */
export const checkPlan = (plan: Plan): readonly Problem[] => new PlanChecker(plan).problems
