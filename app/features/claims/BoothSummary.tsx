import { useTranslation } from 'react-i18next'
import { SectorChip } from '~/components/SectorChip'
import { useFormat } from '~/lib/format'
import { KindMark } from './KindMark'
import type { PageBooth, SectorsById } from './types'

/** Size, sector and kind of a booth in one line of facts. */
export function BoothSummary({ booth, sectors }: { booth: Omit<PageBooth, 'status'>; sectors: SectorsById }) {
  const { t } = useTranslation(['claims', 'common'])
  const format = useFormat()
  const sector = booth.sectorId === null ? undefined : sectors.get(booth.sectorId)
  return (
    <ul className="booth-facts">
      <li>
        <strong>{t('common:squareMetres', { area: format.number(booth.areaM2) })}</strong>{' '}
        <span className="booth-facts__soft">{format.size(booth.widthMm, booth.depthMm)} m</span>
      </li>
      <li className="booth-facts__kind">
        <KindMark kind={booth.kind} />
        <span>
          {t(`claims:kinds.${booth.kind}`)}
          <span className="visually-hidden">, {t('claims:openSides', { count: booth.openSides })}</span>
        </span>
      </li>
      <li>
        {sector ? (
          <SectorChip code={sector.code} tint={sector.tint} name={format.text(sector.name)} />
        ) : (
          <span className="booth-facts__soft">{t('claims:noSector')}</span>
        )}
      </li>
    </ul>
  )
}
