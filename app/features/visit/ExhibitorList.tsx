import { useTranslation } from 'react-i18next'
import { SectorChip } from '~/components/SectorChip'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import type { ExhibitorCard, ExhibitorGroup } from './exhibitorsPage'

/** By letter or by sector, each with a heading to jump to. */
export function ExhibitorGroups({ groups, slug }: { groups: readonly ExhibitorGroup[]; slug: string }) {
  const paths = visitPaths(useLang(), slug)
  return (
    <div className="exhibitor-groups">
      {groups.map(({ key, sector, exhibitors }) => (
        <section key={key} aria-labelledby={groupAnchor(key)}>
          <h2 id={groupAnchor(key)} className="exhibitor-groups__title">
            {sector ? <SectorChip {...sector} href={paths.sector(sector.id)} /> : key}
          </h2>
          <ExhibitorRows exhibitors={exhibitors} slug={slug} />
        </section>
      ))}
    </div>
  )
}

export const groupAnchor = (key: string) => `group-${key === '#' ? 'other' : encodeURIComponent(key)}`

export function ExhibitorRows({ exhibitors, slug }: { exhibitors: readonly ExhibitorCard[]; slug: string }) {
  const { t } = useTranslation('visit')
  const paths = visitPaths(useLang(), slug)
  return (
    <ul className="exhibitor-rows">
      {exhibitors.map(({ id, name, booths, sectors }) => (
        <li key={id} className="exhibitor-row">
          <a className="exhibitor-row__name" href={paths.exhibitor(id)}>
            {name}
          </a>
          <span className="exhibitor-row__sectors">
            {sectors.map((sector) => (
              <SectorChip key={sector.id} {...sector} />
            ))}
          </span>
          <span className="exhibitor-row__booth">
            <span className="visually-hidden">
              {t('exhibitor.at', { numbers: booths.map(({ number }) => number).join(', ') })}
            </span>
            <span aria-hidden="true">{booths.map(({ number }) => number).join(', ')}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
