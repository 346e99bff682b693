import { describe, expect, it } from 'vitest'
import { emptyPlan, withRecord } from '#shared/document/plan'
import type { Booth, Plan } from '#shared/document/records'
import type { Place } from '#shared/geometry/types'
import type { BoothId, HallId } from '#shared/kernel/ids'
import { planDiff } from '#shared/plan/queries/planDiff'
import { planMarks } from '~/features/history/planMarks'

const booth = (id: string, place: Place, hallId = 'one'): Booth => ({
  id: id as BoothId,
  hallId: hallId as HallId,
  number: id,
  sectorId: null,
  place: [...place],
  removed: false,
})
const planOf = (...booths: Booth[]): Plan =>
  booths.reduce((plan, one) => withRecord(plan, 'booths', one.id, one), emptyPlan())

const HERE: Place = [0, 0, 3000, 3000, 0]
const THERE: Place = [9000, 0, 3000, 3000, 0]

describe('what differs, over the plan', () => {
  const before = planOf(booth('gone', HERE), booth('moves', HERE), booth('leaves', HERE), booth('stays', HERE))
  const after = planOf(booth('fresh', HERE), booth('moves', THERE), booth('leaves', HERE, 'two'), booth('stays', HERE))
  const diff = planDiff(before, after)

  it('is drawn where the plan shows it, and the other place of what moved beside', () => {
    const marks = new Map(planMarks(diff, 'one', 'before').map((mark) => [mark.boothId, mark]))
    expect([...marks.keys()].sort()).toEqual(['fresh', 'gone', 'leaves', 'moves'])
    expect(marks.get('gone')).toMatchObject({ kind: 'gone', drawn: true, other: null })
    expect(marks.get('fresh')).toMatchObject({ kind: 'added', drawn: false })
    expect(marks.get('moves')?.ring[0]).toEqual([0, 0])
    expect(marks.get('moves')?.other?.[0]).toEqual([9000, 0])
  })

  it('is turned round over the plan of the other moment', () => {
    const marks = new Map(planMarks(diff, 'one', 'after').map((mark) => [mark.boothId, mark]))
    expect(marks.get('gone')).toMatchObject({ drawn: false })
    expect(marks.get('fresh')).toMatchObject({ drawn: true })
    expect(marks.get('moves')?.ring[0]).toEqual([9000, 0])
  })

  it('leaves one hall and comes to the other', () => {
    expect(planMarks(diff, 'one', 'after').find(({ boothId }) => boothId === 'leaves')?.kind).toBe('gone')
    expect(planMarks(diff, 'two', 'after')).toMatchObject([{ boothId: 'leaves', kind: 'added', drawn: true }])
  })
})
