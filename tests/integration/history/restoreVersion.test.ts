import { describe, expect, it } from 'vitest'
import { loadDocument } from '#server/services/documents/loadDocument'
import { projectFair } from '#server/services/documents/projectFairs'
import { storedRecords } from '#shared/document/fairDocument'
import type { RestoreScope } from '#shared/history/scope'
import type { BoothId, HallId } from '#shared/kernel/ids'
import { createExhibitor } from '#tests/factories/fair'
import { releaseNow } from '#tests/factories/publishedFair'
import { eventually } from '#tests/helpers/eventually'
import { rejectedWith } from '#tests/helpers/reject'
import { stockClient } from '#tests/helpers/syncClients'
import { startTestSync } from '#tests/helpers/syncServer'
import {
  ada,
  ben,
  booth,
  database,
  deps,
  edit,
  fairId,
  newBooth,
  planNow,
  rows,
  services,
  standingNow,
  withHistories,
} from './historyBench'

withHistories()

const ALL: RestoreScope = { kind: 'all' }
const restore = (position: number, scope: RestoreScope = ALL, latestSeen?: number) =>
  services.history.restoreVersion(ada, { fairId, position, scope, ...(latestSeen !== undefined && { latestSeen }) })
const region = (x: number, y: number, width: number, depth: number): RestoreScope => ({
  kind: 'region',
  hallId: 'hall' as HallId,
  rect: [x, y, width, depth],
})

async function claim(boothId: string): Promise<void> {
  const exhibitorId = await createExhibitor(database.sql, fairId)
  await services.claims.claimBooth(ada, { fairId, boothId: boothId as BoothId, exhibitorId, key: `key ${exhibitorId}` })
}

async function stored() {
  const { doc } = await loadDocument(database.sql, fairId)
  const records = Object.values(storedRecords(doc)).flatMap((kind) => [...kind])
  doc.destroy()
  return new Map(records.map(([id, fields]) => [id, JSON.stringify(fields)]))
}

describe('a restore', () => {
  it('is a new edit by whoever restores, and the history says what it was', async () => {
    await edit(ben, '09:00:00', newBooth('x', 'X1', 5000))
    await edit(ben, '10:00:00', booth('b0', { number: 'Z9' }))
    const result = await restore(1)
    expect(result).toEqual({ position: 4, changes: 2, left: [] })
    expect(await standingNow()).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A6'])
    const { entries } = await services.history.listHistory(ada, { fairId })
    expect(entries[0]).toMatchObject({ author: { name: 'Ada' }, restored: { position: 1, scope: { kind: 'all' } } })
    expect(entries[0]?.restored?.at).toBe(entries[3]?.at)
    expect(entries).toHaveLength(4)
    const [audit] = await database.sql`select details from audit where fair_id = ${fairId} and action = 'plan.restored'`
    expect(audit?.details).toEqual({ position: 4, to: 1, scope: 'all', changes: 2, left: 0 })
  })

  it('writes nothing where there is nothing to do, nor the second time, nor twice at once', async () => {
    await edit(ben, '09:00:00', booth('b0', { number: 'Z9' }))
    expect(await restore(2)).toEqual({ position: null, changes: 0, left: [] })
    expect(await rows()).toBe(2)
    const both = await Promise.all([restore(1), restore(1)])
    expect(both.map(({ changes }) => changes).sort()).toEqual([0, 1])
    expect((await restore(1)).position).toBe(null)
    expect(await rows()).toBe(3)
  })

  it('is undone by restoring the moment before it', async () => {
    await edit(ben, '09:00:00', newBooth('x', 'X1', 5000))
    await edit(ben, '09:30:00', booth('b1', { removed: true }))
    const before = await stored()
    await restore(1)
    await restore(3)
    expect(await standingNow()).toEqual(['A1', 'A3', 'A4', 'A5', 'A6', 'X1'])
    const after = await stored()
    for (const [id, fields] of before) expect(JSON.parse(after.get(id) ?? '')).toEqual(JSON.parse(fields))
  })

  it('of a region leaves every other record byte for byte as it is', async () => {
    await edit(ben, '09:00:00', booth('b0', { number: 'Z1' }))
    await edit(ben, '10:00:00', booth('b5', { number: 'Z6', extra: { of: ['a', 'program'] } }))
    const before = await stored()
    expect((await restore(1, region(5000, 5000, 1000, 1000))).changes).toBe(1)
    const after = await stored()
    expect(after.get('b0')).not.toBe(before.get('b0'))
    for (const map of [before, after]) map.delete('b0')
    expect(after).toEqual(before)
    expect((await planNow()).booths.get('b0')?.number).toBe('A1')
  })

  it('keeps a booth that somebody has, and says so beforehand and afterwards', async () => {
    await edit(ben, '09:00:00', newBooth('x', 'X1', 5000))
    await edit(ben, '09:00:10', newBooth('y', 'Y1', 9000))
    await releaseNow(deps, ada, fairId)
    await claim('x')
    const left = [{ kind: 'booths', id: 'x', name: 'X1', why: 'claimed' }]
    const preview = await services.history.diffVersion(ada, { fairId, position: 1, scope: ALL })
    expect(preview).toMatchObject({ latest: 3, position: 1, changes: 1, left })
    expect(preview.plan.goneBooths.map(({ number }) => number)).toEqual(['Y1'])
    expect(await rows()).toBe(3)
    expect(await restore(1)).toMatchObject({ changes: 1, left })
    expect(await standingNow()).toContain('X1')
    expect(await standingNow()).not.toContain('Y1')
  })

  it('races with a claim so that one of the two sees the other', async () => {
    await edit(ben, '09:00:00', newBooth('x', 'X1', 5000))
    await releaseNow(deps, ada, fairId)
    const [restored, claimed] = await Promise.allSettled([restore(1), claim('x')])
    await projectFair(deps)(fairId)
    expect(restored.status).toBe('fulfilled')
    expect((await standingNow()).includes('X1')).toBe(claimed.status === 'fulfilled')
  })

  it('is refused where it would do something else than was shown, and only there', async () => {
    await edit(ben, '09:00:00', booth('b0', { number: 'Z1' }))
    const { latest } = await services.history.diffVersion(ada, { fairId, position: 1, scope: ALL })
    await edit(ben, '09:00:10', booth('b5', { number: 'Z6' }))
    await rejectedWith(restore(1, ALL, latest), 'DRAFT_CHANGED')
    expect((await restore(1, region(5000, 5000, 1000, 1000), latest)).changes).toBe(1)
    await rejectedWith(restore(99), 'NOT_FOUND')
    await rejectedWith(restore(1, ALL, 99), 'NOT_FOUND')
    await rejectedWith(restore(1, { kind: 'day', day: 'Friday' }), 'INVALID')
    await rejectedWith(restore(1, region(0, 0, 0, 1)), 'INVALID')
  })

  it('of thousands of booths goes in pieces that editors take, as one entry', async () => {
    const many = Array.from({ length: 4000 }, (_, n) => newBooth(`n${n}`, `${'N'.repeat(50)}${n}`, n * 2000)).flat()
    await edit(ben, '09:00:00', many)
    const before = (await rows()) ?? 0
    const result = await restore(1)
    expect(result.changes).toBe(4000)
    expect(await standingNow()).toHaveLength(6)
    await restore(before)
    const back = await services.history.listHistory(ada, { fairId, limit: 2 })
    expect(back.entries.map(({ restored }) => restored !== null)).toEqual([true, true])
    expect(back.entries[0]?.summary.counts).toEqual({ booths: { restored: 4000 } })
  })

  it('reaches whoever has the fair open, and what they do meanwhile stays', async () => {
    const sync = await startTestSync(database.sql)
    const client = stockClient(sync.url, fairId, { cookie: await sync.cookieFor(ben) })
    try {
      await client.synced
      await edit(ben, '09:00:00', booth('b0', { number: 'Z1' }))
      const number = (id: string) =>
        (client.doc.getMap('booths').get(id) as { get(key: string): unknown }).get('number')
      await eventually(() => expect(number('b0')).toBe('Z1'))
      await restore(1, region(5000, 5000, 1000, 1000))
      await eventually(() => expect(number('b0')).toBe('A1'))
      const [row] = await database.sql`
        select account_id, at from document_log where fair_id = ${fairId} order by position desc limit 1`
      expect(row?.account_id).toBe(ada.accountId)
    } finally {
      client.provider.destroy()
      await sync.close()
    }
  })
})
