import type { Tx } from '#server/db/client'
import { isUniqueViolation } from '#server/db/errors'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { followDocument } from '#server/services/booths/followDocument'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import type { Actor } from '#shared/access/roles'
import { type TakeBoothInput, takeBoothSchema } from '#shared/claims/inputs'
import type { ClaimAnswer } from '#shared/claims/views'
import { AppError, isAppError } from '#shared/kernel/errors'
import type { BoothId, ExhibitorId, FairId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { actingExhibitor } from './actingExhibitor'
import { answerOnce } from './answerOnce'
import { changeClaim, claimView, openClaim } from './changeClaim'
import { endHold } from './endHold'
import { alternativesTo } from './freeBooths'
import { activeClaimOf, type ClaimRow, isOver, type LockedBooth, lockBooth, lockExhibitor } from './locks'

export type Intent = 'hold' | 'claim'

interface Taking {
  actor: Actor
  intent: Intent
  fairId: FairId
  boothId: BoothId
  exhibitorId: ExhibitorId
}

/**
 * Holds or claims a booth of the latest release for an exhibitor, at most one winner however many ask at once.
 * Errors: BOOTH_TAKEN and BOOTH_BLOCKED (params.alternatives: BoothFacts[]), CLAIM_LIMIT (params.limit), BOOTH_NOT_RELEASED,
 * NOT_FOUND, IDEMPOTENCY_REUSED, and those of requireStanding.
 */
export const takeBooth =
  (deps: Deps, intent: Intent) =>
  async (actor: Actor, input: TakeBoothInput): Promise<ClaimAnswer> => {
    const { fairId, boothId, key, exhibitorId: wanted } = parseOrInvalid(takeBoothSchema, input)
    const standing = await requireStanding(deps.sql, actor, { id: fairId }, 'claims:make')
    const exhibitorId = actingExhibitor(actor, standing, wanted)
    await followDocument(deps)(fairId)
    const taking: Taking = { actor, intent, fairId, boothId, exhibitorId }
    const request = `${intent} booth/${boothId} exhibitor/${exhibitorId}`
    return await answerOnce(deps, { actor, fairId, key, request }, async (tx) => {
      try {
        return await tx.savepoint((inner) => take(deps, inner, taking))
      } catch (thrown) {
        const error = isUniqueViolation(thrown, 'claims_one_holder') ? new AppError('BOOTH_TAKEN') : thrown
        if (!isAppError(error) || (error.code !== 'BOOTH_TAKEN' && error.code !== 'BOOTH_BLOCKED')) throw error
        const alternatives = await alternativesTo(deps, tx, fairId, boothId)
        throw new AppError(error.code, { detail: error.message, params: { alternatives } })
      }
    })
  }

async function take(deps: Deps, tx: Tx, { actor, intent, fairId, boothId, exhibitorId }: Taking): Promise<ClaimAnswer> {
  const now = deps.clock.now()
  const exhibitor = await lockExhibitor(tx, fairId, exhibitorId)
  const booth = await lockBooth(tx, fairId, boothId)
  const before = booth && (await activeClaimOf(tx, fairId, boothId))
  const standing = before && !isOver(before, now) ? before : null
  if (booth && standing?.exhibitorId === exhibitorId) {
    const kept = intent === 'claim' && standing.state === 'held'
    const claim = kept ? await changeClaim(deps, tx, standing, { actor, verb: 'claim' }) : standing
    return { status: 200, claim: claimView(claim) }
  }
  const free = await requireFree(deps, tx, { fairId, boothId, booth, standing })
  const fair = await requireRoomFor(tx, { fairId, exhibitorId, now })
  if (before) await endHold(deps, tx, before)
  const claim = await openClaim(deps, tx, {
    actor,
    verb: intent,
    fairId,
    booth: free,
    exhibitor,
    state: intent === 'hold' ? 'held' : 'claimed',
    expiresAt: intent === 'hold' ? new Date(now.getTime() + fair.holdHours * 3_600_000) : null,
    at: now,
  })
  return { status: 201, claim: claimView(claim) }
}

interface Wanted {
  fairId: FairId
  boothId: BoothId
  booth: LockedBooth | null
  /** Claim that keeps the booth now. */
  standing: ClaimRow | null
}

/** The booth, when nothing is in the way of a new claim on it: it is in the latest release, still in the draft, and free. */
export async function requireFree(
  deps: Deps,
  tx: Tx,
  { fairId, boothId, booth, standing }: Wanted,
): Promise<LockedBooth> {
  const release = await readLatestRelease(deps, fairId, tx)
  const released = release?.booths.has(boothId) ?? false
  if (!booth && !released) throw new AppError('NOT_FOUND', { detail: 'no such booth in this fair' })
  if (!booth || !released || booth.removed) throw new AppError('BOOTH_NOT_RELEASED')
  if (standing) throw new AppError('BOOTH_TAKEN', { detail: `holder ${standing.exhibitorId}` })
  if (booth.blocked) throw new AppError('BOOTH_BLOCKED')
  return booth
}

/** Under the exhibitor's lock: two claims at once cannot both find room for one. */
async function requireRoomFor(
  tx: Tx,
  { fairId, exhibitorId, now }: { fairId: FairId; exhibitorId: ExhibitorId; now: Date },
): Promise<{ holdHours: number }> {
  const [fair] = await tx<{ limit: number; holdHours: number; active: number }[]>`
    select f.booth_limit as "limit", f.hold_hours as "holdHours", (select count(*) from claims c
      where c.fair_id = f.id and c.exhibitor_id = ${exhibitorId} and c.state in ('held', 'claimed', 'confirmed')
        and (c.state <> 'held' or c.expires_at > ${now})) as active
    from fairs f where f.id = ${fairId}`
  if (!fair) throw new AppError('NOT_FOUND', { detail: 'no such fair' })
  if (fair.active >= fair.limit) throw new AppError('CLAIM_LIMIT', { params: { limit: fair.limit } })
  return fair
}
