import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import type { BoothId } from '#shared/kernel/ids'
import { blockBooth } from '../booths/blockBooth'
import { claimBooth } from '../claims/claimBooth'
import { confirmClaim } from '../claims/confirmClaim'
import { declineClaim } from '../claims/declineClaim'
import { expireHolds } from '../claims/expireHolds'
import { holdBooth } from '../claims/holdBooth'
import { moveExhibitor } from '../claims/moveExhibitor'
import { withdrawClaim } from '../claims/withdrawClaim'
import { DEMO_FAIR_ID } from './demoFair'
import { demoPlan } from './demoPlan'
import type { SeededExhibitor } from './seedDemoFair'

type Outcome = 'confirmed' | 'claimed' | 'held' | 'declined' | 'withdrawn' | 'expired' | 'moved'

/** In the order of the exhibitors, over and over: mostly confirmed, some of everything else. */
const OUTCOMES: readonly Outcome[] = [
  'confirmed',
  'confirmed',
  'claimed',
  'confirmed',
  'held',
  'confirmed',
  'confirmed',
  'claimed',
  'confirmed',
  'declined',
  'moved',
  'confirmed',
  'withdrawn',
  'expired',
]

/** Demo exhibitors 11 to 20 have no claim yet: they are the ones to try it with. */
const isKeptFree = (index: number, exhibitor: SeededExhibitor) =>
  exhibitor.kind !== 'partner' && index % 3 === 0 && index / 3 + 1 > 10

const BLOCKED = ['booth-k01', 'booth-j01'] as BoothId[]

/** Claims in all states, each made by the same use-cases that people use, in the exhibitor's own sector. */
export async function seedDemoClaims(deps: Deps, owner: Actor, exhibitors: readonly SeededExhibitor[]): Promise<void> {
  for (const boothId of BLOCKED) await blockBooth(deps)(owner, { fairId: DEMO_FAIR_ID, boothId, reason: 'Infobalie' })
  const free = [...demoPlan().booths.values()].filter((booth) => !BLOCKED.includes(booth.id))
  for (const [index, exhibitor] of exhibitors.entries()) {
    if (isKeptFree(index, exhibitor)) continue
    // Not the first one: the free booths of a sector should not all lie at one end.
    const inSector = free.filter((booth) => booth.sectorId === exhibitor.sectorId)
    const booth = inSector[index % Math.max(1, inSector.length)]
    if (!booth) continue
    free.splice(free.indexOf(booth), 1)
    const outcome = exhibitor.kind === 'partner' ? 'confirmed' : (OUTCOMES[index % OUTCOMES.length] ?? 'confirmed')
    const next = outcome === 'moved' ? free.find(({ sectorId }) => sectorId === exhibitor.sectorId) : undefined
    if (next) free.splice(free.indexOf(next), 1)
    await makeClaim(deps, owner, { exhibitor, boothId: booth.id, outcome, toBoothId: next?.id })
  }
  await expireHolds(deps)()
}

interface DemoClaim {
  exhibitor: SeededExhibitor
  boothId: BoothId
  outcome: Outcome
  /** Where a moved one goes. */
  toBoothId: BoothId | undefined
}

/** The same, three days ago: longer than a hold lasts. */
const earlier = (deps: Deps): Deps => {
  const then = new Date(deps.clock.now().getTime() - 3 * 86_400_000)
  return { ...deps, clock: { now: () => then } }
}

async function makeClaim(deps: Deps, owner: Actor, demoClaim: DemoClaim): Promise<void> {
  const { exhibitor, boothId, outcome, toBoothId } = demoClaim
  const wanted = { fairId: DEMO_FAIR_ID, boothId, exhibitorId: exhibitor.id }
  if (outcome === 'expired') return void (await holdBooth(earlier(deps))(owner, wanted))
  const { claim } = await (outcome === 'held' ? holdBooth : claimBooth)(deps)(owner, wanted)
  const decision = { fairId: DEMO_FAIR_ID, claimId: claim.id }
  if (outcome === 'confirmed') await confirmClaim(deps)(owner, decision)
  else if (outcome === 'declined')
    await declineClaim(deps)(owner, {
      ...decision,
      reason: 'Deze stand is voor een andere sector bedoeld. Kies gerust een andere.',
    })
  else if (outcome === 'moved' && toBoothId) await moveExhibitor(deps)(owner, { ...decision, toBoothId })
  else if (outcome === 'withdrawn') await withdrawClaim(deps)(owner, decision)
}
