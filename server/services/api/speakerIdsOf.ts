import type { PersonId } from '#shared/kernel/ids'
import type { ReleasedProgramme } from '#shared/programme/release'

/** Everyone who speaks in the programme. */
export const speakerIdsOf = (programme: ReleasedProgramme): ReadonlySet<PersonId> =>
  new Set([...programme.talks.values()].flatMap((talk) => talk.speakerIds))
