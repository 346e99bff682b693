import { useTranslation } from 'react-i18next'
import { tintStyle } from '~/components/SectorChip'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import type { SectorCount } from './fairPage'

/** Every sector with how much of it there is. */
export function SectorTiles({ sectors, slug }: { sectors: readonly SectorCount[]; slug: string }) {
  const { t } = useTranslation('visit')
  const paths = visitPaths(useLang(), slug)
  return (
    <ul className="sector-tiles">
      {sectors.map((sector) => (
        <li key={sector.id}>
          <a className="sector-tile" href={paths.sector(sector.id)}>
            <span className="sector-tile__code" style={tintStyle(sector.tint)} aria-hidden="true">
              {sector.code}
            </span>
            <span className="sector-tile__name">{sector.name}</span>
            <span className="sector-tile__counts">
              {sector.exhibitors > 0 ? t('fair.exhibitors', { count: sector.exhibitors }) : t('fair.noneYet')}
              {sector.booths > 0 && ` · ${t('fair.booths', { count: sector.booths })}`}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
