import { describe, expect, it } from 'vitest'
import { emptyPlan } from '#shared/document/plan'
import type { Booth, Hall, Plan } from '#shared/document/records'
import type { BoothId, HallId } from '#shared/kernel/ids'
import { planDiff } from '#shared/plan/queries/planDiff'
import { changedHalls, changedLines, countKinds } from '~/features/releases/planChanges'

const hall: Hall = {
  id: 'h' as HallId,
  name: { nl: 'Hal' },
  outline: [
    [0, 0],
    [20_000, 0],
    [20_000, 20_000],
    [0, 20_000],
  ],
}
const booth = (id: string, x: number, number = id): Booth => ({
  id: id as BoothId,
  hallId: hall.id,
  number,
  sectorId: null,
  place: [x, 0, 3000, 3000, 0],
  removed: false,
})
const planOf = (...booths: Booth[]): Plan => ({
  ...emptyPlan(),
  halls: new Map([[hall.id, hall]]),
  booths: new Map(booths.map((one) => [one.id, one])),
})

describe('changes between two plans', () => {
  const before = planOf(booth('A1', 0), booth('A2', 3000), booth('A3', 6000))
  const after = planOf(booth('A1', 0), booth('A2', 12_000, 'B2'), booth('A4', 9000))
  const diff = planDiff(before, after)

  it('lists what concerns an exhibitor first', () => {
    const lines = changedLines(diff, new Map([['A2', 'Kaap']]))
    expect(lines.map(({ number, kinds, before, holder }) => [number, kinds, before, holder])).toEqual([
      ['B2', ['moved', 'renumbered'], 'A2', 'Kaap'],
      ['A3', ['gone'], null, null],
      ['A4', ['added'], null, null],
    ])
    expect(countKinds(lines)).toMatchObject({ moved: 1, renumbered: 1, gone: 1, added: 1, resized: 0 })
  })
  it('marks new, moved (with where it was) and gone booths on the hall', () => {
    const [drawn] = changedHalls(after, diff)
    expect(drawn?.same).toHaveLength(1)
    expect(drawn?.marks.map(({ boothId, kind, from }) => [boothId, kind, from?.[0] ?? null])).toEqual([
      ['A4', 'added', null],
      ['A2', 'changed', [3000, 0]],
      ['A3', 'gone', null],
    ])
  })
  it('draws nothing where nothing changed', () => {
    expect(changedHalls(before, planDiff(before, before))).toEqual([])
  })
})
