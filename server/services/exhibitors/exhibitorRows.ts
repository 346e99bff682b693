import type { Queryable } from '#server/db/client'
import type { ExhibitorKind, Profile } from '#shared/exhibitors/profile'
import { AppError } from '#shared/kernel/errors'
import type { BoothId, ExhibitorId, FairId } from '#shared/kernel/ids'

/** A booth that the exhibitor has now; holds that are over are left out. */
export interface ExhibitorBooth {
  boothId: BoothId
  number: string
  state: 'held' | 'claimed' | 'confirmed'
}

export interface ExhibitorRow {
  id: ExhibitorId
  name: string
  kind: ExhibitorKind
  sectorIds: string[]
  languages: string[]
  description: { nl?: string; fr?: string; en?: string }
  links: { label: string; url: string }[]
  contactName: string
  contactEmail: string
  contactPhone: string
  contactPublic: boolean
  /** How many people staff the booth; null: one for a member, several for the others. */
  staffCount: number | null
  createdAt: Date
  archivedAt: Date | null
  booths: ExhibitorBooth[]
}

/** Exhibitors of the fair with their booths, by name; one of them where an id is given. */
export const readExhibitors = (sql: Queryable, fairId: FairId, now: Date, exhibitorId?: ExhibitorId) =>
  sql<ExhibitorRow[]>`
    select e.id, e.name, e.kind, e.sector_ids as "sectorIds", e.languages, e.description, e.links,
      e.contact_name as "contactName", e.contact_email as "contactEmail", e.contact_phone as "contactPhone",
      e.contact_public as "contactPublic", e.staff_count as "staffCount", e.created_at as "createdAt", e.archived_at as "archivedAt",
      coalesce((select jsonb_agg(jsonb_build_object('boothId', c.booth_id, 'number', b.number, 'state', c.state) order by c.id)
        from claims c join booths b on b.fair_id = c.fair_id and b.id = c.booth_id
        where c.exhibitor_id = e.id and c.state in ('held', 'claimed', 'confirmed')
          and (c.state <> 'held' or c.expires_at > ${now})), '[]') as booths
    from exhibitors e
    where e.fair_id = ${fairId} ${exhibitorId === undefined ? sql`` : sql`and e.id = ${exhibitorId}`}
    order by e.name collate natural_order, e.id`

export async function insertExhibitor(
  sql: Queryable,
  fairId: FairId,
  row: { id: ExhibitorId; profile: Profile; at: Date },
): Promise<void> {
  const { id, profile, at } = row
  await sql`insert into exhibitors (id, fair_id, name, kind, sector_ids, languages, description, links, contact_name,
      contact_email, contact_phone, contact_public, staff_count, created_at)
    values (${id}, ${fairId}, ${profile.name}, ${profile.kind}, ${profile.sectorIds}, ${profile.languages},
      ${sql.json(told(profile.description))}, ${sql.json(profile.links)}, ${profile.contactName}, ${profile.contactEmail},
      ${profile.contactPhone}, ${profile.contactPublic}, ${profile.staffCount}, ${at})`
}

export async function updateExhibitor(
  sql: Queryable,
  fairId: FairId,
  id: ExhibitorId,
  profile: Profile,
): Promise<void> {
  const { count } = await sql`update exhibitors set name = ${profile.name}, kind = ${profile.kind},
      sector_ids = ${profile.sectorIds}, languages = ${profile.languages},
      description = ${sql.json(told(profile.description))}, links = ${sql.json(profile.links)},
      contact_name = ${profile.contactName}, contact_email = ${profile.contactEmail},
      contact_phone = ${profile.contactPhone}, contact_public = ${profile.contactPublic},
      staff_count = ${profile.staffCount}
    where fair_id = ${fairId} and id = ${id} and archived_at is null`
  if (count === 0) throw new AppError('NOT_FOUND', { detail: 'no such exhibitor in this fair' })
}

/** Languages left empty are left out. */
const told = (description: Profile['description']): Partial<Profile['description']> =>
  Object.fromEntries(Object.entries(description).filter(([, text]) => text !== ''))
