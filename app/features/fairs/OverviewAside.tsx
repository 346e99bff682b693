import { useTranslation } from 'react-i18next'
import type { FairOverview } from '#server/services/fairs/fairOverview'
import type { OrganisedFair } from '#server/services/fairs/getFair'
import { signupPaths } from '~/features/signups/signupPaths'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'

export interface OverviewAsideProps {
  fair: OrganisedFair
  overview: FairOverview
  /** Address of the fair's pages for organisers. */
  organise: string
}

/** What visitors see, what is worth a look, and the way in and out for the plan. */
export function OverviewAside({ fair, overview, organise }: OverviewAsideProps) {
  const { t } = useTranslation(['fairs', 'signups'])
  const format = useFormat()
  const lang = useLang()
  const { release, changesSinceRelease, problems } = overview
  const hasProblems = problems.malformed > 0 || problems.boothsWithoutSector > 0
  return (
    <aside className="stack">
      <section className="card">
        <h2>{t('overview.release')}</h2>
        {release ? (
          <p>
            {t('overview.latest', { number: release.number, date: format.instant(release.publishedAt, fair.timeZone) })}{' '}
            {changesSinceRelease > 0 ? t('overview.behind') : t('overview.upToDate')}
          </p>
        ) : (
          <p>{t('overview.noRelease')}</p>
        )}
        <p className="cluster">
          <a className="button button--small" href={`${organise}/release`}>
            {t('overview.publish')}
          </a>
          {release && fair.archivedAt === null && <a href={visitPaths(lang, fair.slug).fair}>{t('overview.visit')}</a>}
        </p>
      </section>
      {hasProblems && (
        <section className="card">
          <h2>{t('overview.problems')}</h2>
          <ul className="plain-list">
            {problems.boothsWithoutSector > 0 && (
              <li>{t('overview.noSector', { count: problems.boothsWithoutSector })}</li>
            )}
            {problems.malformed > 0 && <li>{t('overview.malformed', { count: problems.malformed })}</li>}
          </ul>
        </section>
      )}
      {fair.archivedAt === null && (
        <section className="card">
          <h2>{t('signups:list.title')}</h2>
          <p>{t('signups:list.lead')}</p>
          <p>
            <a className="button button--small" href={signupPaths.list(lang, fair.id)}>
              {t('signups:list.open')}
            </a>
          </p>
        </section>
      )}
      <section className="card">
        <h2>{t('overview.transfer')}</h2>
        <p>{t('overview.transferHint')}</p>
        <p className="cluster">
          <a className="button button--small" href={`${organise}/export`} download>
            {t('overview.export')}
          </a>
          {fair.may.settings && (
            <a className="button button--small" href={`${organise}/import`}>
              {t('overview.import')}
            </a>
          )}
        </p>
      </section>
    </aside>
  )
}
