import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import type { Actor } from '#shared/access/roles'
import type { BoothFacts, ClaimView } from '#shared/claims/views'
import type { ExhibitorKind } from '#shared/exhibitors/profile'
import type { FairId } from '#shared/kernel/ids'
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '#shared/kernel/language'
import { claimView } from './changeClaim'
import { boothFacts } from './freeBooths'
import { type HistoryEntry, readHistory } from './history'
import { type ClaimRow, claimColumns } from './locks'

export interface QueueItem {
  claim: ClaimView
  /** Language: of those who act for it. */
  exhibitor: { id: string; name: string; kind: ExhibitorKind; sectorIds: string[]; language: Language }
  /** From the latest release; null where the booth is not in it. */
  booth: BoothFacts | null
  /** Since the exhibitor asked for it (or since its last change), in milliseconds. */
  waitingMs: number
  /** Whether the booth's sector is one of the exhibitor's; null where either has none. */
  sectorMatch: boolean | null
  history: HistoryEntry[]
}

export interface ClaimsQueue {
  /** Waiting for an organiser, the oldest first. */
  open: QueueItem[]
  /** Held by exhibitors who have not asked yet; the one that ends first, first. */
  held: QueueItem[]
  /** All that are confirmed, the newest first. */
  confirmed: QueueItem[]
  /** Declined, withdrawn, expired and moved ones, the newest first; at most 200. */
  settled: QueueItem[]
}

const MAX_SETTLED = 200

interface QueueRow extends ClaimRow {
  name: string
  kind: ExhibitorKind
  sectorIds: string[]
  language: Language | null
  languages: string[]
}

/** What organisers decide about. Holds that are over count as settled, whether the job came by or not. */
export const claimsQueue =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: FairId }): Promise<ClaimsQueue> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:organise')
    const { sql } = deps
    const now = deps.clock.now()
    const select = sql`select ${claimColumns(sql)}, e.name, e.kind, e.sector_ids as "sectorIds", e.languages,
        (select a.language from exhibitor_accounts ea join accounts a on a.id = ea.account_id
          where ea.exhibitor_id = e.id order by a.id limit 1) as language
      from claims c join booths b on b.fair_id = c.fair_id and b.id = c.booth_id join exhibitors e on e.id = c.exhibitor_id
      where c.fair_id = ${fairId}`
    const [open, held, confirmed, settled] = await Promise.all([
      sql<QueueRow[]>`${select} and c.state = 'claimed' order by c.changed_at, c.id`,
      sql<QueueRow[]>`${select} and c.state = 'held' and c.expires_at > ${now} order by c.expires_at, c.id`,
      sql<QueueRow[]>`${select} and c.state = 'confirmed' order by c.changed_at desc, c.id`,
      sql<
        QueueRow[]
      >`${select} and c.state not in ('claimed', 'confirmed') and (c.state <> 'held' or c.expires_at <= ${now})
        order by c.changed_at desc, c.id limit ${MAX_SETTLED}`,
    ])
    const release = await readLatestRelease(deps, fairId)
    const subjects = [...open, ...held, ...confirmed, ...settled].map((row) => row.id)
    const history = await readHistory(sql, fairId, subjects)
    const itemOf = ({ name, kind, sectorIds, languages, language, ...claim }: QueueRow): QueueItem => {
      const booth = release?.booths.get(claim.boothId)
      const over = claim.state === 'held' && claim.expiresAt !== null && claim.expiresAt <= now
      return {
        claim: claimView(over ? { ...claim, state: 'expired' } : claim),
        /** Language: of those who act for it. */
        exhibitor: {
          id: claim.exhibitorId,
          name,
          kind,
          sectorIds,
          language: language ?? languages.find(isLanguage) ?? DEFAULT_LANGUAGE,
        },
        booth: booth ? boothFacts(booth) : null,
        waitingMs: now.getTime() - claim.changedAt.getTime(),
        sectorMatch: booth?.sectorId && sectorIds.length > 0 ? sectorIds.includes(booth.sectorId) : null,
        history: history.get(claim.id) ?? [],
      }
    }
    return {
      open: open.map(itemOf),
      held: held.map(itemOf),
      confirmed: confirmed.map(itemOf),
      settled: settled.map(itemOf),
    }
  }
