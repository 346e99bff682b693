import type { Queryable } from '#server/db/client'
import { type ExhibitorRecipient, exhibitorRecipients } from '#server/services/mails/exhibitorRecipients'
import type { MailRecipient } from '#server/services/mails/queueMail'
import { type BoothNews, TALK_NEWS, type TalkNewsKind } from '#server/services/mails/templates'
import { isDemoEmail } from '#shared/access/email'
import type { AccountId, FairId, PersonId, TalkId } from '#shared/kernel/ids'
import type { TalkChange } from '#shared/programme/queries/programmeDiff'
import type { AffectedExhibitor } from './affectedExhibitors'
import { toldToSpeaker, toldToVisitors } from './toldChanges'

/** Why somebody is told of a talk. */
export const TALK_ROLES = ['speaker', 'seated', 'waiting', 'starred'] as const
export type TalkRole = (typeof TALK_ROLES)[number]

export interface AffectedTalk {
  id: TalkId
  /** In the order of TALK_NEWS. */
  changes: TalkNewsKind[]
  as: TalkRole[]
}

/** Somebody who gets one mail about a release, with all that it changes for them. */
export interface AffectedPerson {
  to: MailRecipient
  booths: BoothNews[]
  talks: AffectedTalk[]
}

export interface AffectedPeople {
  people: AffectedPerson[]
  /** Speakers whom no mail can reach. */
  unreachable: { personId: PersonId; name: string; talkIds: TalkId[] }[]
}

interface AffectedInput {
  fairId: FairId
  exhibitors: readonly AffectedExhibitor[]
  talks: readonly TalkChange[]
}

/** Exactly those for whom the release changes something that they have in mind: a booth, a talk that they give, joined or starred. */
export async function affectedPeople(
  sql: Queryable,
  { fairId, exhibitors, talks }: AffectedInput,
): Promise<AffectedPeople> {
  const found = new Map<string, Gathered>()
  const personOf = ({ accountId, ...to }: ExhibitorRecipient): Gathered => {
    const key = accountId ?? to.email.toLowerCase()
    const person = found.get(key) ?? { to, booths: [], talks: new Map() }
    found.set(key, person)
    return person
  }
  await addExhibitors(sql, exhibitors, personOf)
  const unreachable = await addSpeakers(sql, fairId, talks, personOf)
  await addVisitors(sql, fairId, talks, personOf)
  const people = [...found.values()].map(({ talks: told, ...person }) => ({ ...person, talks: [...told.values()] }))
  return { people, unreachable }
}

interface Gathered extends Omit<AffectedPerson, 'talks'> {
  talks: Map<TalkId, AffectedTalk>
}
type PersonOf = (recipient: ExhibitorRecipient) => Gathered

async function addExhibitors(sql: Queryable, exhibitors: readonly AffectedExhibitor[], personOf: PersonOf) {
  const ids = [...new Set(exhibitors.map(({ exhibitorId }) => exhibitorId))]
  const recipients = await exhibitorRecipients(sql, ids)
  for (const { exhibitorId, exhibitorName, number, before, changes } of exhibitors) {
    for (const recipient of recipients.get(exhibitorId) ?? [])
      personOf(recipient).booths.push({ exhibitor: exhibitorName, booth: number, before, changes })
  }
}

function addTalk(person: Gathered, id: TalkId, changes: readonly TalkNewsKind[], as: TalkRole): void {
  const known = person.talks.get(id)
  if (!known) person.talks.set(id, { id, changes: [...changes], as: [as] })
  else {
    known.changes = TALK_NEWS.filter((kind) => known.changes.includes(kind) || changes.includes(kind))
    if (!known.as.includes(as)) known.as.push(as)
  }
}

interface SpeakerRow {
  personId: PersonId
  personName: string
  personEmail: string
  personLanguage: MailRecipient['language']
  accountId: AccountId | null
  email: string | null
  name: string | null
  language: MailRecipient['language'] | null
  demo: boolean
}

/** A speaker with an account, or whose address has one, is written to as that: they chose its language. */
async function addSpeakers(sql: Queryable, fairId: FairId, talks: readonly TalkChange[], personOf: PersonOf) {
  const unreachable: AffectedPeople['unreachable'] = []
  const concerned = new Set(
    talks.flatMap(({ before, after }) => [before, after].flatMap((one) => one?.speakerIds ?? [])),
  )
  if (concerned.size === 0) return unreachable
  const rows = await sql<SpeakerRow[]>`
    select p.id as "personId", p.name as "personName", p.email as "personEmail", p.language as "personLanguage",
      a.id as "accountId", a.email, a.name, a.language, coalesce(a.demo, false) or f.demo as demo
    from people p
    join fairs f on f.id = p.fair_id
    left join accounts a on a.id = coalesce(p.account_id, (select id from accounts where email = lower(p.email)))
    where p.fair_id = ${fairId} and p.id = any(${[...concerned]})
    order by p.name collate natural_order, p.id`
  for (const row of rows) {
    const told = talks.flatMap((change) => {
      const changes = toldToSpeaker(change, row.personId)
      return changes.length > 0 ? [{ id: change.id, changes }] : []
    })
    if (told.length === 0) continue
    const recipient = recipientOf(row)
    if (!recipient)
      unreachable.push({ personId: row.personId, name: row.personName, talkIds: told.map(({ id }) => id) })
    else for (const { id, changes } of told) addTalk(personOf(recipient), id, changes, 'speaker')
  }
  return unreachable
}

function recipientOf(row: SpeakerRow): ExhibitorRecipient | null {
  const { accountId, email, name, language, demo } = row
  if (accountId !== null && email !== null && language !== null)
    return { accountId, email, name: name || row.personName, language, demo }
  if (row.personEmail === '') return null
  const isDemo = demo || isDemoEmail(row.personEmail)
  return { accountId: null, email: row.personEmail, name: row.personName, language: row.personLanguage, demo: isDemo }
}

interface VisitorRow extends MailRecipient {
  accountId: AccountId
  talkId: TalkId
  role: Exclude<TalkRole, 'speaker'>
}

async function addVisitors(sql: Queryable, fairId: FairId, talks: readonly TalkChange[], personOf: PersonOf) {
  const told = new Map(talks.map((change) => [change.id, toldToVisitors(change)]))
  const ids = [...told].flatMap(([id, changes]) => (changes.length > 0 ? [id] : []))
  if (ids.length === 0) return
  const rows = await sql<VisitorRow[]>`
    select a.id as "accountId", a.email, a.name, a.language, a.demo or f.demo as demo, c.talk_id as "talkId", c.role
    from (
      select account_id, talk_id, state as role, case state when 'seated' then 1 else 2 end as rank from signups
      where fair_id = ${fairId} and talk_id = any(${ids}) and state <> 'cancelled'
      union all
      select l.account_id, s.talk_id, 'starred', 3 from stars s join star_lists l on l.id = s.list_id
      where l.fair_id = ${fairId} and s.talk_id = any(${ids}) and l.account_id is not null
    ) c
    join accounts a on a.id = c.account_id
    join fairs f on f.id = ${fairId}
    order by a.id, c.rank, c.talk_id`
  const place = new Map(ids.map((id, index) => [id, index]))
  const byPlace = (a: VisitorRow, b: VisitorRow) => (place.get(a.talkId) ?? 0) - (place.get(b.talkId) ?? 0)
  for (const { talkId, role, ...recipient } of [...rows].sort(byPlace))
    addTalk(personOf(recipient), talkId, told.get(talkId) ?? [], role)
}
