import type { Talk } from '#shared/document/records'
import type { TalkId } from '#shared/kernel/ids'
import type { ReleasedProgramme } from '../release'
import type { TalkSlot } from '../slots'

/** How much each tie says; only the first three make two talks related. */
const WEIGHT = { sequel: 16, speaker: 8, sector: 4, kind: 1, language: 1 } as const

/** Talks that somebody who reads this one may want as well, the nearest first: what comes before or after it, the same speakers, the same sector. */
export function relatedTalks(
  { talks, slots }: Pick<ReleasedProgramme, 'talks' | 'slots'>,
  id: TalkId,
  limit = 4,
): Talk[] {
  const talk = talks.get(id)
  if (!talk) return []
  const start = firstStarts(slots)
  const when = (other: Talk) => start.get(other.id) ?? Number.MAX_SAFE_INTEGER
  return [...talks.values()]
    .filter((other) => other.id !== id && other.state === 'confirmed' && other.kind !== 'break')
    .map((other) => ({ other, score: nearness(talk, other) }))
    .filter(({ score }) => score >= WEIGHT.sector)
    .sort((a, b) => b.score - a.score || when(a.other) - when(b.other) || (a.other.id < b.other.id ? -1 : 1))
    .slice(0, limit)
    .map(({ other }) => other)
}

function nearness(talk: Talk, other: Talk): number {
  const speakers = new Set(other.speakerIds.filter((id) => talk.speakerIds.includes(id)))
  let score = speakers.size * WEIGHT.speaker
  if (talk.prerequisiteId === other.id || other.prerequisiteId === talk.id) score += WEIGHT.sequel
  if (talk.sectorId !== null && talk.sectorId === other.sectorId) score += WEIGHT.sector
  if (score === 0) return 0
  if (talk.kind === other.kind) score += WEIGHT.kind
  if (talk.language !== null && talk.language === other.language) score += WEIGHT.language
  return score
}

function firstStarts(slots: readonly TalkSlot[]): Map<TalkId, number> {
  const starts = new Map<TalkId, number>()
  for (const { talkId, start } of slots) starts.set(talkId, Math.min(start, starts.get(talkId) ?? Infinity))
  return starts
}
