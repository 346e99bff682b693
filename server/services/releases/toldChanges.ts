import type { TalkNewsKind } from '#server/services/mails/templates'
import type { PersonId } from '#shared/kernel/ids'
import type { TalkChange, TalkChangeKind } from '#shared/programme/queries/programmeDiff'

/** Changes of which whoever is concerned is told: they are in somebody's calendar. */
const TOLD = ['cancelled', 'restored', 'gone', 'moved', 'retimed', 'scheduled', 'unscheduled'] as const
type Told = (typeof TOLD)[number]
const isTold = (kind: TalkChangeKind): kind is Told => (TOLD as readonly TalkChangeKind[]).includes(kind)

/** What those who come to the talk are told. */
export function toldToVisitors({ before, after, changes }: TalkChange): TalkNewsKind[] {
  // They starred it or signed up when it had been published before.
  if (!before) return ['restored']
  if (before.state === 'cancelled' && after?.state !== 'confirmed') return []
  if (after?.state === 'cancelled') return ['cancelled']
  return changes.filter(isTold)
}

/** What this person is told as a speaker of the talk, before or after. */
export function toldToSpeaker(change: TalkChange, personId: PersonId): TalkNewsKind[] {
  const { before, after } = change
  const [was, is] = [before, after].map((talk) => talk?.speakerIds.includes(personId) ?? false)
  if (!before) return is ? ['new'] : []
  if (!after || after.state === 'cancelled' || was === is) return was ? toldToVisitors(change) : []
  return [is ? 'joined' : 'left']
}
