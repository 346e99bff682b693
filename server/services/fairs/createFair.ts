import type { Tx } from '#server/db/client'
import type { Deps } from '#server/deps'
import { can } from '#shared/access/can'
import type { Actor } from '#shared/access/roles'
import { encodePlan } from '#shared/document/fairDocument'
import { SCHEMA_VERSION } from '#shared/document/records'
import type { NewFairInput } from '#shared/fairs/fairInput'
import { slugOf } from '#shared/fairs/slug'
import { AppError } from '#shared/kernel/errors'
import { type FairId, newId } from '#shared/kernel/ids'
import { requireAccount } from '../access/requireAccount'
import { takeFromLimit } from '../access/takeFromLimit'
import { writeAudit } from '../access/writeAudit'
import { appendUpdate } from '../documents/appendUpdate'
import { freeSlug } from './freeSlug'
import { initialPlan } from './initialPlan'
import { slugTaken } from './slugTaken'

const FAIRS_PER_PERSON = { hits: 50, windowSeconds: 86_400 }

export interface CreatedFair {
  fairId: FairId
  slug: string
}

/**
 * A fair with the actor as its owner and a document with a first hall, or with an imported plan: all of it or nothing.
 * Errors: NOT_SIGNED_IN, FORBIDDEN (demo persons), SLUG_TAKEN with `suggestion`, IMPORT_INVALID, TOO_MANY_REQUESTS.
 */
export const createFair =
  (deps: Deps) =>
  async (actor: Actor, input: NewFairInput): Promise<CreatedFair> => {
    const accountId = requireAccount(actor)
    if (!can(actor, 'fair:create')) throw new AppError('FORBIDDEN', { detail: 'fair:create' })
    const bytes = encodePlan(initialPlan(input.start, deps.randomBytes))
    const at = deps.clock.now()
    await takeFromLimit(deps.sql, at, { key: `fairs-created:${accountId}`, ...FAIRS_PER_PERSON })
    return await deps.sql.begin(async (tx) => {
      const fairId = newId<FairId>(deps.randomBytes)
      const slug = await insertFair(tx, fairId, input, at)
      await tx`insert into memberships (fair_id, account_id, role, created_at) values (${fairId}, ${accountId}, 'owner', ${at})`
      await appendUpdate(tx, { fairId, bytes, accountId })
      const details = { from: input.start.from }
      await writeAudit(tx, { fairId, accountId, action: 'fair.created', subject: fairId, details, at })
      return { fairId, slug }
    })
  }

/** An address that was asked for is kept or refused; one made from the name gives way to those that are taken. */
async function insertFair(tx: Tx, fairId: FairId, input: NewFairInput, at: Date): Promise<string> {
  for (;;) {
    const slug = input.slug || (await freeSlug(tx, slugOf(input.name.nl)))
    // Waits for another transaction that is about to take the same one.
    const [row] = await tx<{ slug: string }[]>`
      insert into fairs (id, slug, name, summary, starts_on, ends_on, opening_hours, time_zone, venue_name,
        venue_address, directions, schema_version, created_at)
      values (${fairId}, ${slug}, ${tx.json({ ...input.name })}, ${input.summary && tx.json({ ...input.summary })},
        ${input.startsOn}, ${input.endsOn}, ${tx.json(input.openingHours)}, ${input.timeZone}, ${input.venueName},
        ${input.venueAddress}, ${input.directions && tx.json({ ...input.directions })}, ${SCHEMA_VERSION}, ${at})
      on conflict (slug) do nothing returning slug`
    if (row) return row.slug
    if (input.slug) throw await slugTaken(tx, slug)
  }
}
