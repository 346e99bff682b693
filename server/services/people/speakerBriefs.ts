import type { Queryable } from '#server/db/client'
import type { ExhibitorId, FairId, PersonId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'

/** What everyone may know of a speaker; the e-mail address is not part of it. */
export interface SpeakerBrief {
  id: PersonId
  name: string
  biography: Partial<LocalText>
  links: { label: string; url: string }[]
  exhibitorId: ExhibitorId | null
  guid: string | null
  carried: Record<string, unknown>
}

/** Speakers by id, as they are now: releases hold ids only. Ids of people who were erased are missing. */
export async function readSpeakers(
  sql: Queryable,
  fairId: FairId,
  ids: Iterable<PersonId>,
): Promise<ReadonlyMap<PersonId, SpeakerBrief>> {
  const rows = await sql<SpeakerBrief[]>`
    select id, name, biography, links, exhibitor_id as "exhibitorId", guid, carried from people
    where fair_id = ${fairId} and id = any(${[...new Set(ids)]}) order by name collate natural_order, id`
  return new Map(rows.map((row) => [row.id, row]))
}
