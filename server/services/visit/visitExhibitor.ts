import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { LocalText } from '#shared/kernel/language'
import type { ExhibitorBrief } from './exhibitorBriefs'
import type { FairVisit } from './visitFair'
import { type Speakers, visitTalks } from './visitProgramme'

export interface ExhibitorProfile {
  languages: string[]
  /** What we show, in whichever languages it was written. */
  description: Partial<LocalText>
  links: { label: string; url: string }[]
  /** Null unless the exhibitor wants it to be known. */
  contact: { name: string; email: string; phone: string } | null
}

export interface ExhibitorVisit extends FairVisit {
  exhibitor: ExhibitorBrief & ExhibitorProfile
  /** Of the whole programme. */
  speakers: Speakers
}

interface Row {
  languages: string[]
  description: Partial<LocalText>
  links: { label: string; url: string }[]
  name: string
  email: string
  phone: string
  public: boolean
}

/** An exhibitor with a confirmed booth, as it shows itself. Errors: NOT_FOUND. */
export const visitExhibitor =
  (deps: Deps) =>
  async (actor: Actor, { slug, exhibitorId }: { slug: string; exhibitorId: string }): Promise<ExhibitorVisit> => {
    const visit = await visitTalks(deps)(actor, { slug })
    const brief = visit.published?.exhibitors.find((exhibitor) => exhibitor.id === exhibitorId)
    if (!visit.published || !brief) throw new AppError('NOT_FOUND', { detail: 'no such exhibitor with a booth' })
    const [row] = await deps.sql<Row[]>`
      select languages, description, links, contact_public as public, contact_name as name, contact_email as email,
        contact_phone as phone
      from exhibitors where fair_id = ${visit.fair.id} and id = ${exhibitorId}`
    if (!row) throw new AppError('NOT_FOUND', { detail: 'exhibitor went away' })
    const { languages, description, links, public: shown, ...contact } = row
    const says = contact.name !== '' || contact.email !== '' || contact.phone !== ''
    return {
      ...visit,
      speakers: visit.published.speakers,
      exhibitor: { ...brief, languages, description, links, contact: shown && says ? contact : null },
    }
  }
