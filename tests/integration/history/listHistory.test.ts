import { describe, expect, it } from 'vitest'
import { createAccount, createMember } from '#tests/factories/fair'
import { rejectedWith } from '#tests/helpers/reject'
import { ada, ben, booth, database, deps, edit, fairId, newBooth, services, withHistories } from './historyBench'

withHistories()

const list = (page: { before?: number; limit?: number } = {}) => services.history.listHistory(ada, { fairId, ...page })

describe('the history of a fair', () => {
  it('says who did what, when and where, the newest first', async () => {
    await database.sql`update document_log set at = '2026-11-22T08:00:00Z' where fair_id = ${fairId}`
    await edit(ada, '09:00:00', newBooth('x', 'X1', 5000))
    await edit(ben, '10:00:00', booth('b0', { place: [20_000, 12_000, 3000, 3000, 0] }))
    await edit(null, '10:00:01', booth('x', { removed: true }))
    const page = await list()
    expect(page).toMatchObject({
      latest: 4,
      latestAt: '2026-11-22T10:00:01.000Z',
      firstAt: '2026-11-22T08:00:00.000Z',
      next: null,
    })
    expect(
      page.entries.map(({ author, at, from, position }) => [author?.name, at.slice(11, 19), from, position]),
    ).toEqual([
      [undefined, '10:00:01', 4, 4],
      ['Ben', '10:00:00', 3, 3],
      ['Ada', '09:00:00', 2, 2],
      [undefined, '08:00:00', 1, 1],
    ])
    expect(page.entries.map(({ summary }) => summary.records[0])).toEqual([
      { kind: 'booths', id: 'x', op: 'removed', name: 'X1' },
      { kind: 'booths', id: 'b0', op: 'moved', name: 'A1' },
      { kind: 'booths', id: 'x', op: 'added', name: 'X1' },
      { kind: 'halls', id: 'hall', op: 'added', name: { nl: 'Hal 1' } },
    ])
    expect(page.entries[1]?.summary).toMatchObject({ count: 1, halls: [{ id: 'hall', name: { nl: 'Hal 1' } }] })
    expect(page.entries[3]?.summary.counts).toEqual({
      halls: { added: 1 },
      booths: { added: 6 },
      sectors: { added: 2 },
    })
  })

  it('takes the frames of a drag as one gesture, and never those of two people', async () => {
    const drag = (who: typeof ada, time: string, x: number) =>
      edit(who, time, booth('b0', { place: [x, 12_000, 3000, 3000, 0] }))
    await drag(ada, '09:00:00.0', 100)
    await drag(ada, '09:00:00.5', 200)
    await drag(ada, '09:00:02.5', 300)
    await drag(ben, '09:00:02.6', 400)
    await drag(ada, '09:00:02.7', 500)
    await drag(ada, '09:00:04.8', 600)
    expect((await list()).entries.map(({ from, position }) => [from, position])).toEqual([
      [7, 7],
      [6, 6],
      [5, 5],
      [2, 4],
      [1, 1],
    ])
  })

  it('gives the same entries whatever the size of a page', async () => {
    for (let n = 0; n < 30; n++)
      await edit(
        [ada, ben, null][n % 3 === 0 ? n % 2 : 2] ?? null,
        `09:00:${String(n).padStart(2, '0')}`,
        booth('b0', { number: `N${n}` }),
      )
    await services.history.nameVersion(ada, { fairId, position: 12, name: 'Here' })
    const { entries } = await list()
    for (const limit of [1, 2, 5]) {
      const found: typeof entries = []
      let before: number | undefined
      for (;;) {
        const page = await list({ limit, ...(before !== undefined && { before }) })
        expect(page.entries.length).toBeLessThanOrEqual(limit)
        found.push(...page.entries)
        if (page.next === null) break
        before = page.next
      }
      expect(found).toEqual(entries)
    }
    expect(entries.some(({ position }) => position === 12)).toBe(true)
  })

  it('goes on naming nobody once an account is gone', async () => {
    const leaver = await createAccount(database.sql, { name: 'Lea' })
    await createMember(database.sql, fairId, leaver)
    await edit(leaver, '09:00:00', booth('b0', { number: 'Z9' }))
    await database.sql`delete from accounts where id = ${leaver.accountId}`
    expect((await list()).entries[0]?.author).toEqual({ accountId: leaver.accountId, name: null })
  })

  it('tells a change that nobody sees, and copes with what nobody can read', async () => {
    await edit(ada, '09:00:00', booth('b0', { number: 7 }))
    await edit(ben, '09:00:01', [{ op: 'put', kind: 'halls', id: 'odd', fields: { name: 3, outline: 'none' } }])
    await edit(ada, '09:00:02', booth('b1', { place: [8000, 5000, 3000, 3000, 0] }))
    const [same, odd, broken] = (await list()).entries
    expect(same?.summary).toMatchObject({ count: 0, records: [] })
    expect([odd?.summary.records[0]?.name, broken?.summary.records[0]?.op]).toEqual([null, 'changed'])
  })

  it('is for organisers of that fair', async () => {
    const stranger = await createAccount(database.sql)
    await rejectedWith(services.history.listHistory(stranger, { fairId }), 'NOT_FOUND')
    await rejectedWith(services.history.readVersion(stranger, { fairId, position: 1 }), 'NOT_FOUND')
    await rejectedWith(
      services.history.diffVersion(stranger, { fairId, position: 1, scope: { kind: 'all' } }),
      'NOT_FOUND',
    )
    await rejectedWith(
      services.history.restoreVersion(stranger, { fairId, position: 1, scope: { kind: 'all' } }),
      'NOT_FOUND',
    )
    await rejectedWith(services.history.nameVersion(stranger, { fairId, position: 1, name: 'x' }), 'NOT_FOUND')
    await rejectedWith(services.history.removeVersion(stranger, { fairId, versionId: 'x' }), 'NOT_FOUND')
    await database.sql`update fairs set archived_at = ${deps.clock.now()} where id = ${fairId}`
    await rejectedWith(list(), 'FAIR_ARCHIVED')
    await rejectedWith(
      services.history.restoreVersion(ada, { fairId, position: 0, scope: { kind: 'all' } }),
      'FAIR_ARCHIVED',
    )
  })

  it.each([{ limit: 0 }, { limit: 101 }, { before: -1 }, { before: 1.5 }, { before: 1e300 }])(
    'refuses %j',
    async (page) => {
      await rejectedWith(list(page), 'INVALID')
    },
  )
})
