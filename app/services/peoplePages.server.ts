import type { AppLoadContext } from '@remix-run/node'
import type { ListedPerson } from '#server/services/people/listPeople'
import type { FairId } from '#shared/kernel/ids'
import type { ExhibitorChoice } from '~/features/people/PersonFields'
import type { TablePerson } from '~/features/people/PersonTable'

/** Exhibitors whose booth somebody may stand at; an archived one only where it is the person's own already. */
export async function readExhibitorChoices(
  { services, actor }: AppLoadContext,
  fairId: FairId,
  own: string | null = null,
): Promise<ExhibitorChoice[]> {
  const standing = await services.exhibitors.listExhibitors(actor, { fairId })
  const choices = standing.map(({ id, name }) => ({ id, name, archived: false }))
  if (own === null || choices.some(({ id }) => id === own)) return choices
  const archived = await services.exhibitors.listExhibitors(actor, { fairId, archived: true })
  return [...choices, ...archived.filter(({ id }) => id === own).map(({ id, name }) => ({ id, name, archived: true }))]
}

export const tablePerson = (person: ListedPerson): TablePerson => ({
  id: person.id,
  name: person.name,
  email: person.email,
  account: person.accountId !== null,
  exhibitor:
    person.exhibitorId === null ? null : { id: person.exhibitorId, name: person.exhibitorName ?? person.exhibitorId },
  ranges: person.availability?.length ?? null,
  talks: person.talks,
})
