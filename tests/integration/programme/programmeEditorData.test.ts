import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServices, type Services } from '#server/services'
import { type Actor, visitor } from '#shared/access/roles'
import { createAccount, createExhibitor } from '#tests/factories/fair'
import { createPerson } from '#tests/factories/programmeFair'
import { createPublishedFair } from '#tests/factories/publishedFair'
import { rejectedWith } from '#tests/helpers/reject'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase
let deps: TestDeps
let services: Services

beforeAll(async () => {
  database = await createTestDatabase()
  deps = testDeps(database.sql)
  services = createServices(deps)
})
afterAll(() => database.drop())

describe('what the programme’s editor is told', () => {
  it('has the people by name with their exhibitors, the hours and the days, as plain JSON', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    await createPerson(deps, fairId, 'p10', { name: 'Spreker 10' })
    await createPerson(deps, fairId, 'p9', { name: 'Spreker 9' })
    const exhibitorId = await createExhibitor(deps.sql, fairId, null, { name: 'Kollektief Kaap' })
    await deps.sql`update people set exhibitor_id = ${exhibitorId} where id = 'p10'`
    const elsewhere = await createPublishedFair(deps)
    await createPerson(deps, elsewhere.fairId, 'p-elsewhere')

    const data = await services.programme.programmeEditorData(owner, { fairId })
    expect(data).toMatchObject({ fairId, accountId: owner.accountId })
    expect(data.startsOn <= data.endsOn).toBe(true)
    expect(data.startsOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(data.context.people.map(({ name, exhibitorName }) => [name, exhibitorName])).toEqual([
      ['Spreker 9', null],
      ['Spreker 10', 'Kollektief Kaap'],
    ])
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
    expect(JSON.stringify(data)).not.toContain('@secret.example')
    expect(await services.programme.programmeFacts(owner, { fairId })).toEqual(data.context)
  })

  it('is for those who may edit the programme', async () => {
    const { fairId } = await createPublishedFair(deps)
    const exhibitor = await createAccount(deps.sql)
    await createExhibitor(deps.sql, fairId, exhibitor)
    const elsewhere = await createPublishedFair(deps)
    const attempts: [Actor, 'NOT_SIGNED_IN' | 'FORBIDDEN'][] = [
      [visitor('nl'), 'NOT_SIGNED_IN'],
      [exhibitor, 'FORBIDDEN'],
      [elsewhere.owner, 'FORBIDDEN'],
    ]
    for (const [actor, code] of attempts) {
      await rejectedWith(services.programme.programmeEditorData(actor, { fairId }), code)
      await rejectedWith(services.programme.programmeFacts(actor, { fairId }), code)
    }
    await rejectedWith(services.programme.programmeFacts(exhibitor, { fairId: 'nowhere' }), 'NOT_FOUND')
  })
})
