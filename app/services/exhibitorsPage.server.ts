import type { AppLoadContext } from '@remix-run/node'
import type { FairId } from '#shared/kernel/ids'
import type { Language } from '#shared/kernel/language'
import type { TableExhibitor } from '~/features/exhibitors/ExhibitorTable'
import type { SectorChoice } from '~/features/exhibitors/SectorChecks'
import { sectorChoices } from './exhibitorPages.server'

/** Everyone in the fair, archived ones too. */
export async function readTableExhibitors(
  { services, actor }: AppLoadContext,
  fairId: FairId,
): Promise<TableExhibitor[]> {
  const [standing, archived] = await Promise.all([
    services.exhibitors.listExhibitors(actor, { fairId }),
    services.exhibitors.listExhibitors(actor, { fairId, archived: true }),
  ])
  return [...standing, ...archived].map(
    ({ id, name, kind, sectorIds, booths, accounts, contactName, contactEmail, archivedAt }) => ({
      id,
      name,
      kind,
      sectorIds,
      booths,
      accounts,
      contactName,
      contactEmail,
      archived: archivedAt !== null,
    }),
  )
}

/** The sectors of the published plan, or, before the first release, those that organisers are drawing with. */
export async function readSectors(
  { services, actor }: AppLoadContext,
  fairId: FairId,
  lang: Language,
): Promise<SectorChoice[]> {
  const release = await services.releases.latestRelease(actor, { fairId })
  if (release) return sectorChoices({ release }, lang)
  const { plan } = await services.releases.releasePreview(actor, { fairId })
  return sectorChoices({ release: { plan } }, lang)
}
