import * as Y from 'yjs'
import type { Deps } from '#server/deps'
import { appendUpdate } from '#server/services/documents/appendUpdate'
import { loadDocument } from '#server/services/documents/loadDocument'
import { projectFair } from '#server/services/documents/projectFairs'
import { publishRelease } from '#server/services/releases/publishRelease'
import type { Actor } from '#shared/access/roles'
import { applyPatch } from '#shared/document/fairDocument'
import type { Patch } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import { planFromJson } from '#shared/exchange/planJson'
import type { AccountId, BoothId, FairId } from '#shared/kernel/ids'
import { createAccount, createFair, createMember, type FairOptions } from './fair'

export const boothId = (index: number) => `b${index}` as BoothId

/** A hall with booths of 3 x 3 m in one row, numbered A1, A2 ...; by turns in the sectors `music` and `crafts`. */
export function rowPlan(count: number): Plan {
  const booths = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      boothId(index),
      {
        hallId: 'hall',
        number: `A${index + 1}`,
        sectorId: index % 2 === 0 ? 'music' : 'crafts',
        place: [5000 + index * 3000, 5000, 3000, 3000, 0],
      },
    ]),
  )
  const right = 10_000 + count * 3000
  const read = planFromJson({
    format: 'beursvloer-plan',
    version: 1,
    halls: {
      hall: {
        name: { nl: 'Hal 1' },
        outline: [
          [0, 0],
          [right, 0],
          [right, 20_000],
          [0, 20_000],
        ],
      },
    },
    sectors: {
      music: { name: { nl: 'Muziek' }, code: 'MU', tint: 0 },
      crafts: { name: { nl: 'Ambacht' }, code: 'AM', tint: 1 },
    },
    booths,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.plan
}

export interface PublishedFair {
  fairId: FairId
  owner: Actor & { accountId: AccountId }
}

/** A fair with an owner, a row of booths, and these as release 1. */
export async function createPublishedFair(
  deps: Deps,
  { booths = 6, ...options }: FairOptions & { booths?: number } = {},
): Promise<PublishedFair> {
  const owner = await createAccount(deps.sql, { name: 'Olga Owner', demo: options.demo ?? false })
  const fairId = await createFair(deps.sql, { plan: rowPlan(booths), ...options })
  await createMember(deps.sql, fairId, owner, 'owner')
  await publishRelease(deps)(owner, { fairId, expectedPosition: 1, confirmed: true })
  return { fairId, owner }
}

/** Edits the draft as an organiser's editor would; booth rows follow. Returns the new log position. */
export async function editDraft(deps: Deps, fairId: FairId, patch: Patch): Promise<number> {
  const { doc } = await loadDocument(deps.sql, fairId)
  const before = Y.encodeStateVector(doc)
  applyPatch(doc, patch)
  const bytes = Y.encodeStateAsUpdate(doc, before)
  doc.destroy()
  await deps.sql.begin((tx) => appendUpdate(tx, { fairId, bytes, accountId: null }))
  await projectFair(deps)(fairId)
  const [fair] = await deps.sql<{ position: number }[]>`select log_position as position from fairs where id = ${fairId}`
  return fair?.position ?? 0
}

/** Publishes the draft as it is now. */
export async function releaseNow(deps: Deps, owner: Actor, fairId: FairId): Promise<number> {
  const [fair] = await deps.sql<{ position: number }[]>`select log_position as position from fairs where id = ${fairId}`
  const { number } = await publishRelease(deps)(owner, {
    fairId,
    expectedPosition: fair?.position ?? 0,
    confirmed: true,
  })
  return number
}
