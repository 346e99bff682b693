import type { Deps } from '#server/deps'
import type { Patch, StoredFields } from '#shared/document/patch'
import type { FairId, TalkId } from '#shared/kernel/ids'
import { createPublishedFair, editDraft, type PublishedFair, releaseNow } from './publishedFair'

/** 12 March 2027, 10:00 in Brussels, in minutes since 1970. */
export const OPENING = Date.parse('2027-03-12T09:00:00Z') / 60_000

export const talkId = (n: number) => `talk-${n}` as TalkId

const stage = (x: number): StoredFields => ({
  hallId: 'hall',
  name: { nl: `Podium ${x / 1000}` },
  place: [x, 12_000, 4000, 3000, 0],
})

/** A confirmed talk `hour` hours after opening, 45 minutes on stage `a`. */
export const talkFields = (n: number, fields: StoredFields = {}): StoredFields => ({
  title: { nl: `Sessie ${n}`, fr: `Séance ${n}`, en: `Session ${n}` },
  state: 'confirmed',
  slot: ['stage-a', OPENING + n * 60, 45],
  ...fields,
})

export const putTalk = (n: number, fields: StoredFields = {}): Patch => [
  { op: 'put', kind: 'talks', id: talkId(n), fields: talkFields(n, fields) },
]

/** A published fair with two stages and the given talks (numbered from 0) in its second release. */
export async function createTalksFair(
  deps: Deps,
  talks: readonly StoredFields[],
  options: Parameters<typeof createPublishedFair>[1] = {},
): Promise<PublishedFair> {
  const fair = await createPublishedFair(deps, { booths: 2, ...options })
  await editDraft(deps, fair.fairId, [
    { op: 'put', kind: 'stages', id: 'stage-a', fields: stage(5000) },
    { op: 'put', kind: 'stages', id: 'stage-b', fields: stage(10_000) },
    ...talks.flatMap((fields, n) => putTalk(n, fields)),
  ])
  await releaseNow(deps, fair.owner, fair.fairId)
  return fair
}

/** Changes talks of the draft and publishes. */
export async function releaseTalks(deps: Deps, { fairId, owner }: PublishedFair, patch: Patch): Promise<void> {
  await editDraft(deps, fairId as FairId, patch)
  await releaseNow(deps, owner, fairId)
}
