import type { Queryable } from '#server/db/client'
import { isForeignKeyViolation } from '#server/db/errors'
import type { Span } from '#shared/document/schedule'
import { AppError } from '#shared/kernel/errors'
import type { AccountId, ExhibitorId, FairId, PersonId } from '#shared/kernel/ids'
import type { Language, LocalText } from '#shared/kernel/language'
import type { PersonFields } from '#shared/people/personInput'

/** A person as organisers know it. */
export interface PersonRow {
  id: PersonId
  name: string
  email: string
  language: Language
  biography: Partial<LocalText>
  links: { label: string; url: string }[]
  availability: Span[] | null
  exhibitorId: ExhibitorId | null
  exhibitorName: string | null
  /** The account with the same e-mail address, which this person can sign in to. */
  accountId: AccountId | null
  createdAt: Date
}

/** People of the fair by name; one of them where an id is given. */
export const readPeople = (sql: Queryable, fairId: FairId, personId?: PersonId) => sql<PersonRow[]>`
  select p.id, p.name, p.email, p.language, p.biography, p.links, p.availability, p.exhibitor_id as "exhibitorId",
    e.name as "exhibitorName", p.account_id as "accountId", p.created_at as "createdAt"
  from people p left join exhibitors e on e.id = p.exhibitor_id
  where p.fair_id = ${fairId} ${personId === undefined ? sql`` : sql`and p.id = ${personId}`}
  order by p.name collate natural_order, p.id`

/** The account with this address; demo persons belong to demo fairs only. */
const accountWith = (sql: Queryable, fairId: FairId, email: string) => sql`
  (select a.id from accounts a join fairs f on f.demo = a.demo where f.id = ${fairId} and a.email = ${email})`

/** False where somebody is already stored under this id. Errors: INVALID (exhibitorId). */
export async function insertPerson(
  sql: Queryable,
  fairId: FairId,
  { id, person, at }: { id: PersonId; person: PersonFields; at: Date },
): Promise<boolean> {
  const { count } = await knownExhibitor(sql`
    insert into people (id, fair_id, name, email, language, biography, links, availability, exhibitor_id, account_id, created_at)
    values (${id}, ${fairId}, ${person.name}, ${person.email}, ${person.language}, ${sql.json(told(person.biography))},
      ${sql.json(person.links)}, ${stored(sql, person.availability)}, ${person.exhibitorId},
      ${accountWith(sql, fairId, person.email)}, ${at})
    on conflict (id) do nothing`)
  return count > 0
}

/** The account stays linked unless the address changes. Errors: NOT_FOUND, INVALID (exhibitorId). */
export async function updatePerson(sql: Queryable, fairId: FairId, id: PersonId, person: PersonFields): Promise<void> {
  const { count } = await knownExhibitor(sql`
    update people set name = ${person.name}, language = ${person.language}, biography = ${sql.json(told(person.biography))},
      links = ${sql.json(person.links)}, availability = ${stored(sql, person.availability)},
      exhibitor_id = ${person.exhibitorId}, email = ${person.email},
      account_id = case when email = ${person.email} and account_id is not null then account_id
        else ${accountWith(sql, fairId, person.email)} end
    where fair_id = ${fairId} and id = ${id}`)
  if (count === 0) throw new AppError('NOT_FOUND', { detail: 'no such person in this fair' })
}

const stored = (sql: Queryable, spans: readonly Span[] | null) =>
  spans === null ? null : sql.json(spans.map(([from, until]) => [from, until]))

/** Languages left empty are left out. */
const told = (biography: PersonFields['biography']): Partial<LocalText> =>
  Object.fromEntries(Object.entries(biography).filter(([, text]) => text !== ''))

async function knownExhibitor<T>(query: PromiseLike<T>): Promise<T> {
  try {
    return await query
  } catch (error) {
    if (isForeignKeyViolation(error, 'people_fair_id_exhibitor_id_fkey'))
      throw new AppError('INVALID', { fields: [{ path: 'exhibitorId', code: 'choice' }], cause: error })
    throw error
  }
}
