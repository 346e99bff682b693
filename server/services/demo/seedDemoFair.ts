import type { Sql, Tx } from '#server/db/client'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { encodePlan } from '#shared/document/fairDocument'
import { SCHEMA_VERSION } from '#shared/document/records'
import type { ExhibitorId } from '#shared/kernel/ids'
import { writeAudit } from '../access/writeAudit'
import { appendUpdate } from '../documents/appendUpdate'
import { projectFair } from '../documents/projectFairs'
import { publishRelease } from '../releases/publishRelease'
import { DEMO_MEMBERS, DEMO_PARTNERS, type DemoExhibitor } from './demoExhibitors'
import { DEMO_FAIR, DEMO_FAIR_ID, DEMO_PERSON_COUNT, demoAccountId, demoOrganiserName } from './demoFair'
import { DEMO_PEOPLE } from './demoPeople'
import { demoPlan } from './demoPlan'
import { demoTalks } from './demoTalks'
import { seedDemoClaims } from './seedDemoClaims'
import { seedDemoProposals } from './seedDemoProposals'

const SEED_LOCK = 20_270_313

export interface SeededExhibitor extends DemoExhibitor {
  id: ExhibitorId
}

/**
 * Writes the demo fair into an empty database. One that was interrupted half-way is written anew; one that is complete stays
 * as people left it. Returns whether it wrote anything.
 */
export const seedDemoFair = (deps: Deps) => async (): Promise<boolean> =>
  await deps.sql.begin(async (tx) => {
    // Held until the work is done, which goes over other connections: a second process waits here and then finds it done.
    await tx`select pg_advisory_xact_lock(${SEED_LOCK})`
    const needed = await isNeeded(deps.sql)
    if (needed) await writeDemoFair(deps)
    return needed
  })

async function isNeeded(sql: Sql): Promise<boolean> {
  const [state] = await sql<{ others: boolean; complete: boolean }[]>`
    select exists (select from fairs where id <> ${DEMO_FAIR_ID}) as others,
      exists (select from audit where fair_id = ${DEMO_FAIR_ID} and action = 'demo.written') as complete`
  return state !== undefined && !state.others && !state.complete
}

async function writeDemoFair(deps: Deps): Promise<void> {
  const owner: Actor = {
    accountId: demoAccountId('organiser', 1) as Actor['accountId'],
    name: demoOrganiserName(1),
    language: 'nl',
    demo: true,
  }
  const exhibitors = await deps.sql.begin(async (tx) => {
    await tx`delete from fairs where id = ${DEMO_FAIR_ID}`
    await insertFair(deps, tx)
    await insertOrganisers(deps, tx)
    await appendUpdate(tx, {
      fairId: DEMO_FAIR_ID,
      bytes: encodePlan({ ...demoPlan(), talks: demoTalks() }),
      accountId: null,
    })
    const written = await insertExhibitors(deps, tx)
    await insertPeople(deps, tx, written)
    return written
  })
  await projectFair(deps)(DEMO_FAIR_ID)
  const [draft] = await deps.sql<
    { position: number }[]
  >`select log_position as position from fairs where id = ${DEMO_FAIR_ID}`
  await publishRelease(deps)(owner, {
    fairId: DEMO_FAIR_ID,
    expectedPosition: draft?.position ?? 0,
    note: 'Plan en programma',
    confirmed: true,
  })
  await seedDemoClaims(deps, owner, exhibitors)
  await seedDemoProposals(deps, owner)
  await writeAudit(deps.sql, {
    fairId: DEMO_FAIR_ID,
    accountId: null,
    action: 'demo.written',
    subject: `fair/${DEMO_FAIR_ID}`,
    at: deps.clock.now(),
  })
}

async function insertFair(deps: Deps, tx: Tx): Promise<void> {
  const fair = DEMO_FAIR
  await tx`
    insert into fairs (id, slug, name, summary, starts_on, ends_on, opening_hours, time_zone, venue_name, venue_address, directions, demo, voting_open, schema_version, created_at)
    values (${DEMO_FAIR_ID}, ${fair.slug}, ${tx.json(fair.name)}, ${tx.json(fair.summary)}, ${fair.startsOn}, ${fair.endsOn},
      ${tx.json(fair.openingHours)}, ${fair.timeZone}, ${fair.venueName}, ${fair.venueAddress}, ${tx.json(fair.directions)}, true, true, ${SCHEMA_VERSION}, ${deps.clock.now()})`
}

async function insertAccount(deps: Deps, tx: Tx, id: string, name: string, language: string): Promise<void> {
  await tx`
    insert into accounts (id, email, name, language, demo, created_at)
    values (${id}, ${`${id}@demo.invalid`}, ${name}, ${language}, true, ${deps.clock.now()})
    on conflict (id) do update set name = excluded.name`
}

async function insertOrganisers(deps: Deps, tx: Tx): Promise<void> {
  for (let n = 1; n <= DEMO_PERSON_COUNT; n++) {
    const id = demoAccountId('organiser', n)
    await insertAccount(deps, tx, id, demoOrganiserName(n), n % 2 === 1 ? 'nl' : 'fr')
    await tx`insert into memberships (fair_id, account_id, role, created_at)
      values (${DEMO_FAIR_ID}, ${id}, ${n === 1 ? 'owner' : 'organiser'}, ${deps.clock.now()})`
  }
}

/** Members first: demo exhibitor n acts for member number 3n - 2, so that the twenty are of twenty sectors. */
async function insertExhibitors(deps: Deps, tx: Tx): Promise<SeededExhibitor[]> {
  const exhibitors = [...DEMO_MEMBERS, ...DEMO_PARTNERS].map((exhibitor, index) => ({
    ...exhibitor,
    id: `demo-${index < DEMO_MEMBERS.length ? 'member' : 'partner'}-${index + 1}` as ExhibitorId,
  }))
  for (const [index, { id, name, kind, sectorId, description }] of exhibitors.entries()) {
    await tx`
      insert into exhibitors (id, fair_id, name, kind, sector_ids, languages, description, created_at)
      values (${id}, ${DEMO_FAIR_ID}, ${name}, ${kind}, ${[sectorId]}, ${index % 3 === 0 ? ['nl', 'fr', 'en'] : ['nl', 'fr']},
        ${tx.json(description)}, ${deps.clock.now()})`
    if (index % 3 !== 0 || index >= DEMO_MEMBERS.length) continue
    const account = demoAccountId('exhibitor', index / 3 + 1)
    await insertAccount(deps, tx, account, name, index % 2 === 0 ? 'nl' : 'fr')
    await tx`insert into exhibitor_accounts (exhibitor_id, account_id) values (${id}, ${account})`
  }
  return exhibitors
}

async function insertPeople(deps: Deps, tx: Tx, exhibitors: readonly SeededExhibitor[]): Promise<void> {
  const idOf = new Map(exhibitors.map(({ id, name }) => [name, id]))
  for (const { id, name, biography, exhibitor } of DEMO_PEOPLE) {
    await tx`
      insert into people (id, fair_id, name, biography, exhibitor_id, created_at)
      values (${id}, ${DEMO_FAIR_ID}, ${name}, ${tx.json(biography)}, ${exhibitor ? (idOf.get(exhibitor) ?? null) : null},
        ${deps.clock.now()})`
  }
}
