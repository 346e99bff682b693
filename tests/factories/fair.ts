import type { Queryable } from '#server/db/client'
import type { Deps } from '#server/deps'
import { SESSION_COOKIE } from '#server/http/cookies'
import { openSession } from '#server/services/accounts/sessions'
import type { Actor, Role } from '#shared/access/roles'
import { encodePlan } from '#shared/document/fairDocument'
import type { Plan } from '#shared/document/records'
import type { AccountId, ExhibitorId, FairId } from '#shared/kernel/ids'
import { newId, platformRandomBytes } from '#shared/kernel/ids'
import type { Language } from '#shared/kernel/language'

const id = <T extends string>() => newId<T>(platformRandomBytes)

export interface AccountOptions {
  name?: string
  email?: string
  language?: Language
  demo?: boolean
}

/** A row of `accounts`, as the actor that services take. */
export async function createAccount(
  sql: Queryable,
  { name = 'Ada Peeters', email, language = 'nl', demo = false }: AccountOptions = {},
): Promise<Actor & { accountId: AccountId; email: string }> {
  const accountId = id<AccountId>()
  const address = email ?? `${accountId}@example.org`
  await sql`insert into accounts (id, email, name, language, demo)
    values (${accountId}, ${address}, ${name}, ${language}, ${demo})`
  return { accountId, name, language, demo, email: address }
}

export interface FairOptions {
  slug?: string
  name?: { nl: string; fr?: string; en?: string }
  demo?: boolean
  openForExhibitors?: boolean
  boothLimit?: number
  holdHours?: number
  archivedAt?: Date | null
  /** Written to the fair's log as its first update. */
  plan?: Plan
}

/** A row of `fairs`; with a plan also its log. Booth rows follow when the fair is projected. */
export async function createFair(sql: Queryable, options: FairOptions = {}): Promise<FairId> {
  const fairId = id<FairId>()
  const { slug = `fair-${fairId}`, name = { nl: 'Testbeurs' }, demo = false, archivedAt = null, plan } = options
  await sql`insert into fairs (id, slug, name, starts_on, ends_on, time_zone, venue_name, created_at,
      demo, archived_at, open_for_exhibitors, booth_limit, hold_hours, log_position)
    values (${fairId}, ${slug}, ${sql.json(name)}, '2027-03-12', '2027-03-13', 'Europe/Brussels', 'Gare Maritime',
      '2026-11-01T10:00:00Z', ${demo}, ${archivedAt}, ${options.openForExhibitors ?? true},
      ${options.boothLimit ?? 1}, ${options.holdHours ?? 48}, ${plan ? 1 : 0})`
  if (plan) {
    await sql`insert into document_log (fair_id, position, update_bytes) values (${fairId}, 1, ${encodePlan(plan)})`
  }
  return fairId
}

export async function createMember(
  sql: Queryable,
  fairId: FairId,
  actor: Pick<Actor, 'accountId'>,
  role: Exclude<Role, 'exhibitor'> = 'organiser',
): Promise<void> {
  await sql`insert into memberships (fair_id, account_id, role, created_at)
    values (${fairId}, ${actor.accountId}, ${role}, '2026-11-01T10:00:00Z')`
}

/** An exhibitor of the fair, for whom `actor` (when given) may act. */
export async function createExhibitor(
  sql: Queryable,
  fairId: FairId,
  actor: Pick<Actor, 'accountId'> | null = null,
  { name = 'Kollektief Kaap', kind = 'member' }: { name?: string; kind?: 'member' | 'collective' | 'partner' } = {},
): Promise<ExhibitorId> {
  const exhibitorId = id<ExhibitorId>()
  await sql`insert into exhibitors (id, fair_id, name, kind, created_at)
    values (${exhibitorId}, ${fairId}, ${name}, ${kind}, '2026-11-01T10:00:00Z')`
  if (actor) {
    await sql`insert into exhibitor_accounts (exhibitor_id, account_id) values (${exhibitorId}, ${actor.accountId})`
  }
  return exhibitorId
}

/** Value for a `Cookie` header of a new session. */
export async function sessionCookieFor(deps: Deps, actor: Pick<Actor, 'accountId'>): Promise<string> {
  if (actor.accountId === null) throw new Error('a visitor has no session')
  return `${SESSION_COOKIE}=${await openSession(deps)(actor.accountId)}`
}
