import { useTranslation } from 'react-i18next'
import { tintStyle } from '~/components/SectorChip'
import { TalkLines } from '~/features/visitProgramme/TalkLines'
import type { TalkLine } from '~/features/visitProgramme/talkLines'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { BoothLinks } from './BoothSheet'
import { ExhibitorRows } from './ExhibitorList'
import { MiniMap } from './MiniMap'
import type { SectorPage } from './sectorPage'

export interface SectorSheetProps {
  fair: { id: string; slug: string }
  page: SectorPage
  talks: readonly TalkLine[]
}

/** Who works in a sector, and where at the fair it is. */
export function SectorSheet({ fair, page, talks }: SectorSheetProps) {
  const { t } = useTranslation(['visit', 'programme'])
  const format = useFormat()
  const paths = visitPaths(useLang(), fair.slug)
  const { sector } = page
  return (
    <article className="with-aside visit-article">
      <div className="stack stack--loose">
        <header className="sector-sheet__head">
          <span className="sector-tile__code" style={tintStyle(sector.tint)} aria-hidden="true">
            {sector.code}
          </span>
          <h1>{sector.name}</h1>
        </header>
        <section className="stack stack--tight" aria-labelledby="exhibitors">
          <h2 id="exhibitors">{t('sector.exhibitors')}</h2>
          {page.exhibitors.length > 0 ? (
            <ExhibitorRows exhibitors={page.exhibitors} slug={fair.slug} />
          ) : (
            <p className="quiet">{t('sector.noExhibitors')}</p>
          )}
        </section>
        {talks.length > 0 && (
          <section className="stack stack--tight" aria-labelledby="talks">
            <h2 id="talks">{t('programme:here.sector')}</h2>
            <TalkLines lines={talks} slug={fair.slug} />
          </section>
        )}
        <section className="stack stack--tight" aria-labelledby="booths">
          <h2 id="booths">{t('sector.booths')}</h2>
          {page.booths.length > 0 ? (
            <>
              {page.free > 0 && <p className="quiet">{t('sector.freeBooths', { count: page.free })}</p>}
              <BoothLinks rows={page.booths} slug={fair.slug} />
            </>
          ) : (
            <p className="quiet">{t('sector.noBooths')}</p>
          )}
        </section>
      </div>
      {page.maps.length > 0 && (
        <section className="stack" aria-labelledby="where">
          <h2 id="where">{t('sector.where')}</h2>
          {page.maps.map((map) => (
            <div key={map.hall.id} className="stack stack--tight">
              {page.maps.length > 1 && <h3>{format.text(map.hall.name)}</h3>}
              <MiniMap
                map={map}
                label={t('sector.miniMap', { sector: sector.name, hall: format.text(map.hall.name) })}
                slug={fair.slug}
                fairId={fair.id}
                as="area"
              />
              <a className="button" href={paths.plan({ sector: sector.id, hall: map.hall.id, view: 'map' })}>
                {t('sector.onPlan')}
              </a>
            </div>
          ))}
        </section>
      )}
    </article>
  )
}
