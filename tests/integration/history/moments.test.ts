import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CHECKPOINT_ROWS } from '#server/services/documents/checkpoints'
import { loadDocument } from '#server/services/documents/loadDocument'
import { applyPatch } from '#shared/document/fairDocument'
import { rejectedWith } from '#tests/helpers/reject'
import { writeSnapshot } from '#tests/helpers/writeSnapshot'
import { ada, booth, database, deps, edit, fairId, newBooth, services, withHistories } from './historyBench'

withHistories()

const at = (which: { position: number } | { at: string | Date }) =>
  services.history.readVersion(ada, { fairId, ...which })
const numberAt = async (position: number) => (await at({ position })).plan.booths.get('b0')?.number

describe('a moment', () => {
  it('shows the fair as it was after any row, and before the first', async () => {
    await edit(ada, '09:00:00', booth('b0', { number: 'second' }))
    await edit(ada, '10:00:00', [{ op: 'delete', kind: 'booths', id: 'b0' }])
    expect([await numberAt(1), await numberAt(2), await numberAt(3)]).toEqual(['A1', 'second', undefined])
    const empty = await at({ position: 0 })
    expect([empty.plan.halls.size, empty.at, empty.latest]).toEqual([0, null, 3])
    await rejectedWith(at({ position: 4 }), 'NOT_FOUND')
  })

  it('is found by its instant, also where the clock was set back between two rows', async () => {
    await database.sql`update document_log set at = '2026-11-22T08:00:00Z' where fair_id = ${fairId}`
    await edit(ada, '09:00:00', booth('b0', { number: 'second' }))
    await edit(ada, '08:30:00', booth('b0', { number: 'third' }))
    const found = async (time: string) => (await at({ at: `2026-11-22T${time}Z` })).position
    expect([
      await found('07:59:59.999'),
      await found('08:00:00'),
      await found('08:30:00'),
      await found('23:00:00'),
    ]).toEqual([0, 1, 3, 3])
    expect((await at({ at: new Date('2026-11-22T09:30:00+01:00') })).position).toBe(3)
    await rejectedWith(at({ at: 'yesterday' }), 'INVALID')
    await rejectedWith(at({ position: -1 }), 'INVALID')
  })

  it('is the same with checkpoints as without, and the first way there leaves them', async () => {
    const { doc, position } = await loadDocument(database.sql, fairId)
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let n = 0; n < 2 * CHECKPOINT_ROWS + 10; n++) applyPatch(doc, booth('b0', { number: `N${n}` }))
    await database.sql`insert into document_log (fair_id, position, update_bytes, account_id)
      select ${fairId}, ${position} + nth, decode(bytes, 'base64'), ${ada.accountId}
      from unnest(${updates.map((bytes) => Buffer.from(bytes).toString('base64'))}::text[]) with ordinality as u (bytes, nth)`
    await database.sql`update fairs set log_position = ${position + updates.length} where id = ${fairId}`
    const checkpoints = async () =>
      (
        await database.sql<{ position: number }[]>`
        select position from document_checkpoints where fair_id = ${fairId} order by position`
      ).map((row) => row.position)
    const moments = [1, 2, CHECKPOINT_ROWS - 1, CHECKPOINT_ROWS, CHECKPOINT_ROWS + 1, 2 * CHECKPOINT_ROWS + 7]
    const without: (string | undefined)[] = []
    for (const moment of moments) {
      without.push(await numberAt(moment))
      await database.sql`delete from document_checkpoints where fair_id = ${fairId}`
    }
    expect(without).toEqual(moments.map((moment) => (moment === 1 ? 'A1' : `N${moment - 2}`)))
    await numberAt(2 * CHECKPOINT_ROWS + 7)
    expect(await checkpoints()).toEqual([CHECKPOINT_ROWS, 2 * CHECKPOINT_ROWS])
    expect(await Promise.all(moments.map(numberAt))).toEqual(without)
    // A snapshot is no use for what was before it.
    await writeSnapshot(deps, fairId)
    expect(await Promise.all(moments.map(numberAt))).toEqual(without)
    expect(Y.encodeStateAsUpdate(doc).length).toBeGreaterThan(0)
    doc.destroy()
  })

  it('keeps snapshots as checkpoints, where there is none not far before', async () => {
    await database.sql`update document_log set position = ${CHECKPOINT_ROWS} where fair_id = ${fairId}`
    await database.sql`update fairs set log_position = ${CHECKPOINT_ROWS} where id = ${fairId}`
    const snapshot = () => writeSnapshot(deps, fairId)
    await snapshot()
    await edit(ada, '09:00:00', newBooth('x', 'X1', 0))
    await snapshot()
    const kept = await database.sql`select position from document_checkpoints where fair_id = ${fairId}`
    expect(kept.map((row) => row.position)).toEqual([CHECKPOINT_ROWS])
  })
})

describe('a name for a moment', () => {
  const name = (position: number, text: string) => services.history.nameVersion(ada, { fairId, position, name: text })
  const names = async () =>
    (await services.history.listHistory(ada, { fairId })).versions.map((version) => version.name)

  it('is kept as it is written, however odd, and once', async () => {
    const odd = ['<b>"\'; drop table fairs;--', 'مرحبا', '👩‍👩‍👧 v1', 'x'.repeat(80)]
    for (const text of odd) await name(1, text)
    const [first, again] = await Promise.all([name(1, 'Twice'), name(1, 'Twice')])
    expect(first.id).toBe(again.id)
    expect((await names()).sort()).toEqual([...odd, 'Twice'].sort())
    expect(first).toMatchObject({ position: 1, namedBy: { name: 'Ada' }, namedAt: deps.clock.now().toISOString() })
  })

  it.each(['', '   ', '\u200b', 'x'.repeat(81), 'a\u0000b', '\ud800'])('is not %j', async (text) => {
    await rejectedWith(name(1, text), 'INVALID')
  })

  it('may stand for several moments; the latest comes first', async () => {
    await edit(ada, '09:00:00', booth('b0', { number: 'x' }))
    await name(0, 'Draft')
    await name(2, 'Draft')
    const { versions } = await services.history.listHistory(ada, { fairId })
    expect(versions.map(({ position, at: when }) => [position, when])).toEqual([
      [2, '2026-11-22T09:00:00.000Z'],
      [0, null],
    ])
    await rejectedWith(name(3, 'Too far'), 'NOT_FOUND')
  })

  it('can be changed and taken away, by id and within its fair', async () => {
    const { id } = await name(1, 'Old')
    await name(1, 'Other')
    const rename = (text: string) => services.history.renameVersion(ada, { fairId, versionId: id, name: text })
    expect((await rename(' New ')).name).toBe('New')
    expect((await rename('New')).id).toBe(id)
    await rejectedWith(rename('Other'), 'INVALID')
    await rejectedWith(services.history.renameVersion(ada, { fairId, versionId: 'none', name: 'x' }), 'NOT_FOUND')
    await services.history.removeVersion(ada, { fairId, versionId: id })
    await services.history.removeVersion(ada, { fairId, versionId: id })
    expect(await names()).toEqual(['Other'])
    const actions =
      await database.sql`select action from audit where fair_id = ${fairId} and subject = ${id} order by id`
    expect(actions.map((row) => row.action)).toEqual(['version.named', 'version.renamed', 'version.removed'])
  })
})
