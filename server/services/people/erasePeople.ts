import type { PendingQuery, Row } from 'postgres'
import type { Tx } from '#server/db/client'
import type { FairId, PersonId } from '#shared/kernel/ids'

export interface Erased {
  id: PersonId
  fairId: FairId
}

/**
 * Takes the people's rows out, with what else was kept under their addresses in the same fair: names in proposals that are
 * decided (open ones belong to whoever made them), and mails, unless an account or an exhibitor has the address too.
 */
export async function erasePeople(tx: Tx, which: PendingQuery<Row[]>): Promise<Erased[]> {
  const gone = await tx<(Erased & { email: string })[]>`
    delete from people where ${which} returning id, fair_id as "fairId", email`
  await forgetInImports(tx, gone)
  for (const { fairId, email } of gone) {
    if (email === '') continue
    await tx`delete from outbox where fair_id = ${fairId} and recipient_email = ${email}
      and not exists (select from accounts where email = ${email})
      and not exists (select from exhibitors where fair_id = ${fairId} and contact_email = ${email})`
    await tx`update proposals set speaker_name = '', speaker_email = '', speaker_biography = ''
      where fair_id = ${fairId} and speaker_email = ${email} and state in ('accepted', 'declined', 'withdrawn')`
  }
  return gone.map(({ id, fairId }) => ({ id, fairId }))
}

/** What they were before an import stands in what undoes it. */
async function forgetInImports(tx: Tx, gone: readonly Erased[]): Promise<void> {
  for (const fairId of new Set(gone.map((person) => person.fairId))) {
    const ids = gone.filter((person) => person.fairId === fairId).map(({ id }) => id)
    await tx`update imports set inverse = jsonb_set(inverse, '{people}', (inverse -> 'people') - ${ids}::text[])
      where fair_id = ${fairId} and inverse -> 'people' ?| ${ids}::text[]`
  }
}
