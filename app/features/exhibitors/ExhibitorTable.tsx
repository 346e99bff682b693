import { useTranslation } from 'react-i18next'
import type { ExhibitorKind } from '#shared/exhibitors/profile'
import { SectorChip } from '~/components/SectorChip'
import { StatusBadge } from '~/components/StatusBadge'
import { useFormat } from '~/lib/format'
import type { SectorChoice } from './SectorChecks'

export interface TableExhibitor {
  id: string
  name: string
  kind: ExhibitorKind
  sectorIds: readonly string[]
  booths: readonly { boothId: string; number: string; state: 'held' | 'claimed' | 'confirmed' }[]
  accounts: number
  contactName: string
  contactEmail: string
  archived: boolean
}

export interface ExhibitorTableProps {
  exhibitors: readonly TableExhibitor[]
  sectors: ReadonlyMap<string, SectorChoice>
  hrefOf: (id: string) => string
}

/** A table on a desk, cards on a phone (exhibitors.css lays the cells out anew). */
export function ExhibitorTable({ exhibitors, sectors, hrefOf }: ExhibitorTableProps) {
  const { t } = useTranslation('exhibitors')
  const format = useFormat()
  return (
    <div className="table-wrap table-wrap--cards exhibitor-table">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('list.columns.name')}</th>
            <th scope="col">{t('list.columns.booth')}</th>
            <th scope="col">{t('list.columns.sectors')}</th>
            <th scope="col">{t('list.columns.accounts')}</th>
          </tr>
        </thead>
        <tbody>
          {exhibitors.map(({ id, name, kind, sectorIds, booths, accounts, archived }) => (
            <tr key={id}>
              <th scope="row" className="exhibitor-table__name">
                <a href={hrefOf(id)}>{name}</a>
                <span className="exhibitor-table__kind">
                  {t(`kinds.${kind}`)}
                  {archived && <span className="badge">{t('list.archivedMark')}</span>}
                </span>
              </th>
              <td>
                {booths.length === 0 ? (
                  <span className="booth-facts__soft">{t('list.noBooth')}</span>
                ) : (
                  <ul className="plain-list">
                    {booths.map(({ boothId, number, state }) => (
                      <li key={boothId} className="cluster">
                        <strong>{number}</strong> <StatusBadge status={state} />
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              <td>
                <ul className="plain-list exhibitor-table__sectors">
                  {sectorIds.flatMap((sectorId) => {
                    const sector = sectors.get(sectorId)
                    return sector
                      ? [
                          <li key={sectorId}>
                            <SectorChip code={sector.code} tint={sector.tint} name={format.text(sector.name)} />
                          </li>,
                        ]
                      : []
                  })}
                </ul>
              </td>
              <td>
                {accounts === 0 ? (
                  <span className="booth-facts__soft">{t('list.noAccount')}</span>
                ) : (
                  t('list.accounts', { count: accounts })
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
