import { useTranslation } from 'react-i18next'
import type { VisitedFair } from '#server/services/visit/visitFair'
import { PlanSvg } from '~/components/PlanSvg'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import type { DoorState, FairPage } from './fairPage'
import { MAX_SEARCH } from './planQuery'

export type HeroFair = Pick<VisitedFair, 'slug' | 'name' | 'summary' | 'startsOn' | 'endsOn' | 'venueName'>

/** Name, when, where, whether it is open, and the search that most people come for; beside it the plan itself. */
export function FairHero({ fair, page }: { fair: HeroFair; page: FairPage }) {
  const { t } = useTranslation('visit')
  const format = useFormat()
  const paths = visitPaths(useLang(), fair.slug)
  return (
    <div className="hero">
      <div className="hero__text">
        <DoorLine doors={page.doors} />
        <h1 className="hero__name">{format.text(fair.name)}</h1>
        <p className="hero__when">
          <span>{format.days(fair.startsOn, fair.endsOn)}</span>
          <span>{fair.venueName}</span>
        </p>
        {fair.summary && <p className="lead">{format.text(fair.summary)}</p>}
        {page.hall && (
          <>
            <form className="hero__search" method="get" action={paths.plan()}>
              <label htmlFor="find">{t('fair.findLabel')}</label>
              <div>
                <input
                  id="find"
                  className="input"
                  type="search"
                  name="q"
                  maxLength={MAX_SEARCH}
                  placeholder={t('fair.findHint')}
                  autoComplete="off"
                  enterKeyHint="search"
                />
                <button className="button button--primary" type="submit">
                  {t('fair.find')}
                </button>
              </div>
            </form>
            <div className="hero__ways">
              <a className="button" href={paths.plan({ view: 'map' })}>
                {t('fair.seePlan')}
              </a>
              <a className="button" href={paths.exhibitors()}>
                {t('fair.seeExhibitors')}
              </a>
            </div>
          </>
        )}
      </div>
      {page.hall && (
        <a className="hero__plan" href={paths.plan({ view: 'map' })} aria-label={t('fair.seePlan')}>
          <PlanSvg
            hall={page.hall}
            label={t('fair.planOf', { hall: format.text(page.hall.name) })}
            className="plan--far"
          />
        </a>
      )}
    </div>
  )
}

function DoorLine({ doors }: { doors: DoorState }) {
  const { t } = useTranslation('visit')
  const format = useFormat()
  switch (doors.state) {
    case 'unknown':
      return null
    case 'over':
      return <p className="badge">{t('fair.over')}</p>
    case 'open':
      return <p className="badge badge--good">{t('fair.openNow', { time: doors.time })}</p>
    case 'opensToday':
      return <p className="badge badge--good">{t('fair.opensToday', { time: doors.time })}</p>
    case 'opens':
      return (
        <p className="badge">
          {t('fair.opensOn', { day: format.dayShort(doors.day), time: doors.time })},{' '}
          {t('fair.inDays', { count: doors.inDays })}
        </p>
      )
  }
}
