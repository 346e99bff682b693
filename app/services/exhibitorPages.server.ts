import type { AppLoadContext } from '@remix-run/node'
import type { DeskExhibitor, ExhibitorDesk } from '#server/services/exhibitors/exhibitorDesk'
import type { Plan } from '#shared/document/records'
import type { Language } from '#shared/kernel/language'
import type { ExhibitorFrameData } from '~/features/exhibitors/ExhibitorFrame'
import type { SectorChoice } from '~/features/exhibitors/SectorChecks'

export interface DeskPage {
  desk: ExhibitorDesk
  frame: ExhibitorFrameData
  /** The exhibitor that the page is for: the one in the address, else the first. Null: the reader acts for none. */
  acting: DeskExhibitor | null
}

/** What every page for exhibitors begins with. Errors: NOT_FOUND. */
export async function readDeskPage(context: AppLoadContext, slug: string, search: URLSearchParams): Promise<DeskPage> {
  const desk = await context.services.exhibitors.exhibitorDesk(context.actor, { slug })
  const acting = desk.exhibitors.find(({ id }) => id === search.get('as')) ?? desk.exhibitors[0] ?? null
  const { fair, reader, exhibitors, release } = desk
  const frame: ExhibitorFrameData = {
    slug: fair.slug,
    name: fair.name,
    exhibitors: exhibitors.map(({ id, name }) => ({ id, name })),
    acting: acting && { id: acting.id, name: acting.name },
    published: release !== null,
    organiser: reader.organiser,
    fairId: fair.id,
  }
  return { desk, frame, acting }
}

/** The sectors of the published plan by name. */
export function sectorChoices(
  { release }: { release: { plan: Pick<Plan, 'sectors'> } | null },
  lang: Language,
): SectorChoice[] {
  const sectors = [...(release?.plan.sectors.values() ?? [])]
  const nameOf = (sector: SectorChoice) => sector.name[lang] || sector.name.nl
  return sectors
    .map(({ id, code, tint, name }) => ({ id, code, tint, name }))
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b), lang))
}
