import { polygonOf } from '#shared/document/plan'
import type { Booth, Plan } from '#shared/document/records'
import type { Point, Polygon } from '#shared/geometry/types'
import type { PlanDiff } from '#shared/plan/queries/planDiff'
import { hallsOf } from '~/lib/planView/hallDrawing'
import type { ChangedHall, ChangedLine, ChangeKind, ChangeMark } from './types'

export const CHANGE_KINDS = [
  'added',
  'moved',
  'resized',
  'renumbered',
  'resectored',
  'gone',
] as const satisfies readonly ChangeKind[]

const ringOf = (booth: Booth): Polygon => polygonOf(booth).map(([x, y]): Point => [Math.round(x), Math.round(y)])

/** The changed booths in one list: what is gone and what concerns an exhibitor first. */
export function changedLines(diff: PlanDiff, holders: ReadonlyMap<string, string>): ChangedLine[] {
  const line = (booth: Booth, kinds: ChangeKind[], before: string | null = null): ChangedLine => ({
    boothId: booth.id,
    number: booth.number,
    before,
    kinds,
    hallId: booth.hallId,
    holder: holders.get(booth.id) ?? null,
  })
  const lines = [
    ...diff.goneBooths.map((booth) => line(booth, ['gone'])),
    ...diff.changedBooths.map(({ before, after, changes }) =>
      line(after, changes, before.number === after.number ? null : before.number),
    ),
    ...diff.newBooths.map((booth) => line(booth, ['added'])),
  ]
  return [...lines.filter(({ holder }) => holder !== null), ...lines.filter(({ holder }) => holder === null)]
}

export function countKinds(lines: readonly ChangedLine[]): Record<ChangeKind, number> {
  const counts = { added: 0, moved: 0, resized: 0, renumbered: 0, resectored: 0, gone: 0 }
  for (const { kinds } of lines) for (const kind of kinds) counts[kind]++
  return counts
}

/** The halls of the new plan that have changes, drawn: what stays, what is new or other, what is gone. */
export function changedHalls(plan: Plan, diff: PlanDiff): ChangedHall[] {
  const marks = new Map<string, ChangeMark[]>()
  const mark = (hallId: string, entry: ChangeMark) => marks.set(hallId, [...(marks.get(hallId) ?? []), entry])
  for (const booth of diff.newBooths)
    mark(booth.hallId, { boothId: booth.id, number: booth.number, kind: 'added', ring: ringOf(booth), from: null })
  for (const { before, after, changes } of diff.changedBooths) {
    const shifted = changes.includes('moved') || changes.includes('resized')
    const from = shifted && before.hallId === after.hallId ? ringOf(before) : null
    mark(after.hallId, { boothId: after.id, number: after.number, kind: 'changed', ring: ringOf(after), from })
  }
  for (const booth of diff.goneBooths)
    mark(booth.hallId, { boothId: booth.id, number: booth.number, kind: 'gone', ring: ringOf(booth), from: null })
  return hallsOf(plan).flatMap(({ id, name }) => {
    const hall = plan.halls.get(id)
    const changed = marks.get(id)
    if (!hall || !changed) return []
    const ids = new Set(changed.map(({ boothId }) => boothId))
    const same = [...plan.booths.values()].filter((booth) => booth.hallId === id && !ids.has(booth.id)).map(ringOf)
    return [{ id, name, outline: hall.outline, same, marks: changed }]
  })
}
