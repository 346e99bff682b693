import { useTranslation } from 'react-i18next'
import type { LocalText } from '#shared/kernel/language'
import { PlanSvg } from '~/components/PlanSvg'
import { useFormat } from '~/lib/format'
import { A_SCREENFUL, type ScreenData, type ScreenTalk } from '~/lib/programmeView/screenData'
import type { ScreenPage } from './screenPage'

export interface ScreenViewProps {
  fair: { id: string; name: LocalText; timeZone: string }
  page: ScreenPage
  /** What the clock shows as the page is made: 14:32. */
  time: string
}

/** For monitors in the hall: large, by itself, without a pointer. app/islands/screen.ts keeps it going. */
export function ScreenView({ fair, page, time }: ScreenViewProps) {
  const { t } = useTranslation('programme')
  const format = useFormat()
  const words: ScreenData['words'] = {
    age: t('screen.age', { number: '{number}', time: '{time}' }),
    lost: t('screen.lost', { time: '{time}' }),
    begins: t('screen.begins', { day: '{day}', time: '{time}' }),
    over: t('screen.over'),
    nothingMore: t('screen.nothingMore'),
  }
  const data: ScreenData = { release: page.release, zone: fair.timeZone, talks: page.talks, words }
  const lit = (page.now[0] ?? page.next[0])?.stageId
  const { kind } = page.quiet
  return (
    <main id="content" className="screen" data-screen={JSON.stringify(data)} data-fair={fair.id} tabIndex={-1}>
      <noscript>
        <meta httpEquiv="refresh" content="60" />
      </noscript>
      <header className="screen__head">
        <h1>
          {format.text(fair.name)}
          {page.place && <span> {page.place}</span>}
        </h1>
        <p className="screen__clock" data-clock="">
          {time}
        </p>
      </header>
      <p className="screen__quiet" data-quiet="" hidden={!page.isQuiet}>
        {kind === 'begins'
          ? t('screen.begins', { day: page.quiet.talk.day, time: page.quiet.talk.from })
          : t(`screen.${kind}`)}
      </p>
      <div className="screen__columns">
        <Column
          title={t('screen.now')}
          name="now"
          talks={page.now}
          nothing={t('screen.nothingNow')}
          hidden={page.isQuiet}
        />
        <Column
          title={t('screen.next')}
          name="next"
          talks={page.next}
          hidden={page.isQuiet && page.next.length === 0}
        />
        <section className="screen__map" aria-label={t('screen.where')}>
          {page.maps.map(({ hall, statuses, stageIds }, index) => (
            <div key={hall.id} data-hall-map="" hidden={lit === undefined ? index > 0 : !stageIds.includes(lit)}>
              <h2>{format.text(hall.name)}</h2>
              <PlanSvg
                hall={hall}
                label={format.text(hall.name)}
                statuses={statuses}
                lit={lit === undefined ? [] : stageIds.filter((id) => id === lit)}
                detail="far"
              />
            </div>
          ))}
        </section>
      </div>
      <p className="screen__age" data-age="" role="status">
        {t('screen.age', { number: page.release, time })}
      </p>
    </main>
  )
}

interface ColumnProps {
  title: string
  name: string
  talks: readonly ScreenTalk[]
  nothing?: string
  hidden: boolean
}

function Column({ title, name, talks, nothing, hidden }: ColumnProps) {
  return (
    <section className="screen__column" data-column={name} hidden={hidden}>
      <h2>{title}</h2>
      {nothing && (
        <p data-nothing="" hidden={talks.length > 0}>
          {nothing}
        </p>
      )}
      <ul>
        {talks.slice(0, A_SCREENFUL).map((talk) => (
          <li key={talk.ref} className="screen-talk" data-ref={talk.ref}>
            <span className="screen-talk__when">
              {talk.from} – {talk.until}
            </span>
            <strong lang={talk.titleLang ?? undefined}>{talk.title}</strong>
            <span className="screen-talk__stage">{talk.stage}</span>
            <span className="screen-talk__who">{talk.who}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
