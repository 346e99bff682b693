import type { AppLoadContext } from '@remix-run/node'
import { historyLines } from '~/features/claims/historyLines'
import { type HallDrawing, hallDrawing } from '~/lib/planView/hallDrawing'
import { ownClaim } from './claimPage.server'
import type { DeskPage } from './exhibitorPages.server'

/** The acting exhibitor's booths with what stands around them in the published plan. */
export async function readMyBooths({ services, actor }: AppLoadContext, { desk, acting }: DeskPage) {
  const { fair, release } = desk
  if (!acting || !release) return null
  const [[mine], statuses] = await Promise.all([
    services.claims.myBooths(actor, { fairId: fair.id, exhibitorId: acting.id }),
    services.booths.boothStatuses(actor, { fairId: fair.id }),
  ])
  if (!mine) return null
  const booths = mine.active.flatMap((entry) => {
    const [claim] = ownClaim(entry)
    if (!claim) return []
    return [{ claim, booth: statuses.booths.find(({ id }) => id === claim.boothId) ?? null }]
  })
  const hallIds = new Set(booths.flatMap(({ booth }) => booth?.hallId ?? []))
  const halls: HallDrawing[] = [...hallIds].flatMap((id) => hallDrawing(release.plan, id) ?? [])
  return { limit: mine.limit, booths, halls, history: historyLines([...mine.active, ...mine.past]) }
}
