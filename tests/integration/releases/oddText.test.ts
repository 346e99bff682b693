import { afterAll, beforeAll, expect, it } from 'vitest'
import { publishRelease } from '#server/services/releases/publishRelease'
import { releasePreview } from '#server/services/releases/releasePreview'
import { createExhibitor } from '#tests/factories/fair'
import { boothId, createPublishedFair, editDraft } from '#tests/factories/publishedFair'
import { createTestDatabase, type TestDatabase, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it.each([
  ['NUL', 'A\u0000'],
  ['half a surrogate pair', 'A\ud800'],
])(
  '%s, which only a program writes, in the number of a claimed booth: published, told, and no change the next time',
  async (_name, number) => {
    const deps = testDeps(database.sql)
    const { fairId, owner } = await createPublishedFair(deps, { booths: 2 })
    const exhibitorId = await createExhibitor(deps.sql, fairId, owner)
    await deps.sql`insert into claims (id, fair_id, booth_id, exhibitor_id, state, created_at, changed_at)
    values (${`c-${fairId}`}, ${fairId}, ${boothId(0)}, ${exhibitorId}, 'claimed', now(), now())`
    const expectedPosition = await editDraft(deps, fairId, [
      { op: 'set', kind: 'booths', id: boothId(0), fields: { number } },
    ])
    const published = await publishRelease(deps)(owner, { fairId, expectedPosition, confirmed: true })
    expect(published).toEqual({ number: 2, waitingMails: 1 })
    const { diff } = await releasePreview(deps)(owner, { fairId })
    expect(diff.changedBooths).toEqual([])
  },
)
