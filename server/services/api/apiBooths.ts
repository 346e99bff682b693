import type { Deps } from '#server/deps'
import { boothStatuses } from '#server/services/booths/boothStatuses'
import type { Actor } from '#shared/access/roles'
import { type PageQuery, pageOf } from '#shared/protocol/api/paging'
import type { ListAnswer } from './answers'
import { outlineOf } from './apiPlan'
import { type InFair, openFair } from './openFair'

/** Booths of the released plan with who holds them now, as far as everyone may know. Errors: NOT_FOUND, INVALID. */
export const listApiBooths =
  (deps: Deps) =>
  async (actor: Actor, input: InFair & PageQuery): Promise<ListAnswer<'listBooths'>> => {
    const { fair, release, page } = await openFair(deps, actor, input)
    const { booths } = await boothStatuses(deps)(actor, { fairId: fair.id })
    const { data, nextCursor } = pageOf(booths, input, ({ id }) => id)
    return {
      release: release.number,
      nextCursor,
      data: data.map((booth) => ({
        id: booth.id,
        number: booth.number,
        hallId: booth.hallId,
        sectorId: booth.sectorId,
        outline: outlineOf(release.plan.booths.get(booth.id) ?? {}),
        areaM2: booth.areaM2,
        kind: booth.kind,
        openSides: booth.openSides,
        status: booth.status,
        exhibitor:
          booth.exhibitorId !== null && booth.exhibitorName !== null
            ? { id: booth.exhibitorId, name: booth.exhibitorName }
            : null,
        url: page(`/booths/${booth.id}`),
      })),
    }
  }
