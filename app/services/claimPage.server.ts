import type { AppLoadContext } from '@remix-run/node'
import type { MyClaim } from '#server/services/claims/myBooths'
import type { Language } from '#shared/kernel/language'
import type { ClaimDeskProps } from '~/features/claims/ClaimDesk'
import type { OwnClaim } from '~/features/claims/types'
import { hallDrawing, hallsOf } from '~/lib/planView/hallDrawing'
import type { DeskPage } from './exhibitorPages.server'
import { sectorChoices } from './exhibitorPages.server'

export type DeskData = Pick<
  ClaimDeskProps,
  'fair' | 'booths' | 'halls' | 'sectors' | 'own' | 'mySectors' | 'mayTake'
> & { limit: number }

/** List and plan as the reader may use them; null while nothing is published. */
export async function readDeskData(
  { services, actor }: AppLoadContext,
  { desk, acting }: DeskPage,
  lang: Language,
): Promise<DeskData | null> {
  const { fair, release } = desk
  if (!release) return null
  const [{ booths }, mine] = await Promise.all([
    services.booths.boothStatuses(actor, { fairId: fair.id }),
    acting ? services.claims.myBooths(actor, { fairId: fair.id, exhibitorId: acting.id }) : [],
  ])
  const own = (mine[0]?.active ?? []).flatMap(ownClaim)
  return {
    fair: { id: fair.id, timeZone: fair.timeZone, holdHours: fair.holdHours },
    booths: booths.map(({ exhibitorId: _id, exhibitorName: _name, ...booth }) => booth),
    halls: hallsOf(release.plan).flatMap(({ id }) => hallDrawing(release.plan, id) ?? []),
    sectors: sectorChoices(desk, lang),
    own,
    mySectors: acting?.sectorIds ?? [],
    mayTake: acting !== null && own.length < fair.boothLimit,
    limit: fair.boothLimit,
  }
}

export function ownClaim({ claim }: MyClaim): OwnClaim[] {
  const { id, boothId, boothNumber, state, expiresAt, changedAt } = claim
  if (state !== 'held' && state !== 'claimed' && state !== 'confirmed') return []
  return [{ claimId: id, boothId, boothNumber, state, expiresAt, changedAt }]
}
