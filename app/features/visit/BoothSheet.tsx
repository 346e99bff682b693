import { useTranslation } from 'react-i18next'
import { SectorChip } from '~/components/SectorChip'
import { StatusBadge } from '~/components/StatusBadge'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { useBoothWords } from './boothFacts'
import type { BoothPage } from './boothPage'
import { MiniMap } from './MiniMap'
import type { PlanRow } from './planPage'

export interface BoothSheetProps {
  fair: { id: string; slug: string }
  page: BoothPage
  /** The reader may ask for a booth here. */
  mayClaim: boolean
}

/** Everything about one booth: who is there, where it is, what is around it. */
export function BoothSheet({ fair, page, mayClaim }: BoothSheetProps) {
  const { t } = useTranslation('visit')
  const format = useFormat()
  const words = useBoothWords()
  const paths = visitPaths(useLang(), fair.slug)
  const { booth, sector } = page
  return (
    <article className="with-aside visit-article">
      <div className="stack stack--loose">
        <header className="stack stack--tight">
          <h1>{t('booth.title', { number: booth.number })}</h1>
          <p className="booth-sheet__who" data-live-who={booth.id} data-exhibitor-path={paths.exhibitors()}>
            {booth.exhibitorId ? (
              <a href={paths.exhibitor(booth.exhibitorId)}>{booth.exhibitorName}</a>
            ) : (
              (booth.exhibitorName ?? t(`booth.nobody.${booth.status}`))
            )}
          </p>
        </header>
        {booth.status === 'available' && mayClaim && (
          <p data-when-available={booth.id}>
            <a className="button button--primary" href={paths.claim(booth.id)}>
              {t('booth.claim')}
            </a>
          </p>
        )}
        <dl className="facts">
          <dt>{t('booth.status')}</dt>
          <dd data-live-status={booth.id}>
            <StatusBadge status={booth.status} />
          </dd>
          <dt>{t('booth.hall')}</dt>
          <dd>{format.text(page.hallName)}</dd>
          <dt>{t('booth.sector')}</dt>
          <dd>{sector ? <SectorChip {...sector} href={paths.sector(sector.id)} /> : t('booth.noSector')}</dd>
          <dt>{t('booth.size')}</dt>
          <dd>{words.size(booth)}</dd>
          <dt>{t('booth.kind')}</dt>
          <dd>{words.kind(booth)}</dd>
        </dl>
        {page.neighbours.length > 0 && (
          <section className="stack stack--tight" aria-labelledby="around">
            <h2 id="around">{t('booth.neighbours')}</h2>
            <BoothLinks rows={page.neighbours} slug={fair.slug} />
          </section>
        )}
      </div>
      <section className="stack" aria-labelledby="where">
        <h2 id="where">{t('booth.where')}</h2>
        <MiniMap
          map={page.map}
          label={t('exhibitor.miniMap', { numbers: booth.number, hall: format.text(page.hallName) })}
          slug={fair.slug}
          fairId={fair.id}
          close
          as="pins"
        />
        <a className="button" href={paths.plan({ booth: booth.id })}>
          {t('exhibitor.onPlan')}
        </a>
      </section>
    </article>
  )
}

/** Booths as rows that lead to their pages. */
export function BoothLinks({ rows, slug }: { rows: readonly PlanRow[]; slug: string }) {
  const { t } = useTranslation('booths')
  const paths = visitPaths(useLang(), slug)
  return (
    <ul className="booth-rows booth-rows--boxed">
      {rows.map((row) => (
        <li key={row.id} className={`booth-row is-${row.status}`} data-row={row.id}>
          <a href={paths.booth(row.id)}>
            <b className="booth-row__number">{row.number}</b>
            <span className="booth-row__name" data-name="">
              {row.exhibitorName ?? t(`status.${row.status}`)}
            </span>
            <span className={`status status--${row.status}`} data-mark="">
              <span className="visually-hidden">{row.exhibitorName === null ? '' : t(`status.${row.status}`)}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
