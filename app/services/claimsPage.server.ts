import type { AppLoadContext } from '@remix-run/node'
import type { QueueItem } from '#server/services/claims/claimsQueue'
import { translatorFor } from '#shared/i18n/catalogues'
import type { FairId } from '#shared/kernel/ids'
import { LANGUAGES, type Language } from '#shared/kernel/language'
import type { ReleasedPlan } from '#shared/plan/release'
import { claimsByTab, readQueueTab, searchClaims } from '~/features/claims/queueView'
import { isAboutClaims, type TrailEntry } from '~/features/claims/Trail'
import type { QueueClaim } from '~/features/claims/types'
import { hallDrawing, hallsOf } from '~/lib/planView/hallDrawing'
import { sectorChoices } from './exhibitorPages.server'

const REASONS = ['sector', 'size', 'twice', 'needed', 'details'] as const
const suggestedReasons = Object.fromEntries(
  LANGUAGES.map((language) => {
    const t = translatorFor(language)
    return [language, REASONS.map((reason) => t(`claims:queue.reasons.${reason}`))]
  }),
) as Record<Language, string[]>

const TRAIL_LENGTH = 200

/** All that the organisers' page about claims shows. */
export async function readClaimsPage(
  { services, actor }: AppLoadContext,
  fairId: FairId,
  search: URLSearchParams,
  lang: Language,
) {
  const tab = readQueueTab(search)
  const words = (search.get('q') ?? '').slice(0, 100)
  const [queue, { booths }, release, exhibitors, blocked, trail] = await Promise.all([
    services.claims.claimsQueue(actor, { fairId }),
    services.booths.boothStatuses(actor, { fairId }),
    services.releases.latestRelease(actor, { fairId }),
    services.exhibitors.listExhibitors(actor, { fairId }),
    services.booths.blockedBooths(actor, { fairId }),
    tab === 'trail' ? services.claims.fairActivity(actor, { fairId, limit: TRAIL_LENGTH }) : null,
  ])
  const byTab = claimsByTab(queue)
  const claims = tab === 'blocked' || tab === 'trail' ? [] : searchClaims(byTab[tab], words)
  return {
    tab,
    words,
    counts: {
      open: byTab.open.length,
      held: byTab.held.length,
      confirmed: byTab.confirmed.length,
      blocked: blocked.length,
    },
    claims: claims.map((item) => queueClaim(item, release)),
    booths,
    halls: release ? hallsOf(release.plan).flatMap(({ id }) => hallDrawing(release.plan, id) ?? []) : [],
    sectors: sectorChoices({ release }, lang),
    exhibitors: exhibitors.map(({ id, name, sectorIds }) => ({ id, name, sectorIds })),
    blocked: blocked.map((booth) => ({ ...booth, since: booth.since.toISOString() })),
    trail: (trail?.entries ?? []).filter(isAboutClaims).map(trailEntry),
    published: release !== null,
  }
}

function queueClaim({ history: _history, exhibitor, ...item }: QueueItem, release: ReleasedPlan | null): QueueClaim {
  const { language, ...rest } = exhibitor
  return {
    ...item,
    exhibitor: rest,
    booth: release?.booths.get(item.claim.boothId) ?? null,
    language,
    suggestedReasons: suggestedReasons[language],
  }
}

const trailEntry = (entry: Omit<TrailEntry, 'booth'> & { details: Readonly<Record<string, unknown>> }): TrailEntry => {
  const { id, action, by, exhibitor, at, details } = entry
  return { id, action, by, exhibitor, at, booth: typeof details.booth === 'string' ? details.booth : '' }
}
