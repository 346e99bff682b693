import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { requireAccount } from '../access/requireAccount'

/** Everything kept about this person, as plain JSON. */
export const exportAccount =
  (deps: Deps) =>
  async (actor: Actor): Promise<Record<string, unknown>> => {
    const accountId = requireAccount(actor)
    const { sql } = deps
    const [account] = await sql<{ email: string }[]>`
      select id, email, name, language, created_at from accounts where id = ${accountId}`
    const sessions = await sql`
      select created_at, seen_at, expires_at from sessions where account_id = ${accountId} order by created_at`
    const organises = await sql`
      select f.slug as fair, m.role, m.created_at from memberships m join fairs f on f.id = m.fair_id
      where m.account_id = ${accountId} order by m.created_at`
    const exhibitors = await sql`
      select f.slug as fair, e.name, e.kind, e.sector_ids, e.languages, e.description, e.links, e.contact_name,
        e.contact_email, e.contact_phone, e.contact_public, e.created_at
      from exhibitor_accounts ea join exhibitors e on e.id = ea.exhibitor_id join fairs f on f.id = e.fair_id
      where ea.account_id = ${accountId} order by e.created_at`
    const claims = await sql`
      select f.slug as fair, b.number as booth, c.state, c.created_at, c.changed_at
      from claims c join fairs f on f.id = c.fair_id join booths b on b.fair_id = c.fair_id and b.id = c.booth_id
      where c.created_by = ${accountId} order by c.created_at`
    const people = await sql`
      select f.slug as fair, p.name, p.email, p.language, p.biography, p.links, p.availability, p.created_at
      from people p join fairs f on f.id = p.fair_id where p.account_id = ${accountId} order by p.created_at, p.id`
    const proposals = await sql`
      select f.slug as fair, p.title, p.abstract, p.kind, p.language, p.speaker_name, p.speaker_email, p.speaker_biography,
        p.message, p.state, p.created_at, p.changed_at
      from proposals p join fairs f on f.id = p.fair_id where p.account_id = ${accountId} order by p.created_at, p.id`
    const votes = await sql`
      select f.slug as fair, v.proposal_id as proposal, v.created_at from proposal_votes v
      join proposals p on p.id = v.proposal_id join fairs f on f.id = p.fair_id
      where v.account_id = ${accountId} order by v.created_at, v.proposal_id`
    const stars = await sql`
      select f.slug as fair, s.talk_id as talk, s.created_at from star_lists l join stars s on s.list_id = l.id
      join fairs f on f.id = l.fair_id where l.account_id = ${accountId} order by s.created_at, s.talk_id`
    const signups = await sql`
      select f.slug as fair, s.talk_id as talk, s.state, s.created_at, s.changed_at from signups s
      join fairs f on f.id = s.fair_id where s.account_id = ${accountId} order by s.created_at, s.id`
    const actions = await sql`
      select f.slug as fair, a.action, a.at from audit a left join fairs f on f.id = a.fair_id
      where a.account_id = ${accountId} order by a.id`
    const drawn = await sql`
      select f.slug as fair, count(*)::int as changes, min(l.at) as first_at, max(l.at) as last_at
      from document_log l join fairs f on f.id = l.fair_id where l.account_id = ${accountId} group by f.slug order by f.slug`
    const versions = await sql`
      select f.slug as fair, v.name, v.position, v.named_at from named_versions v join fairs f on f.id = v.fair_id
      where v.named_by = ${accountId} order by v.named_at, v.id`
    const mails = await sql`
      select template, created_at, sent_at from outbox where recipient_email = ${account?.email ?? ''} order by id`
    return {
      ...{ account, sessions, organises, exhibitors, claims, people, proposals, votes, stars, signups },
      ...{ drawn, versions, actions, mails },
    }
  }
