import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/Notice'
import { useStarLabel } from '~/features/stars/StarButton'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { DayTabs } from './DayTabs'
import { NowNext } from './NowNext'
import { ProgrammeSearch } from './ProgrammeSearch'
import type { ProgrammePage } from './programmePage'
import { type ProgrammeQuery, programmeParams } from './programmeQuery'
import { Timetable } from './Timetable'
import { useProgrammeWords } from './useProgrammeWords'

export interface ProgrammeRoomProps {
  fair: { id: string; slug: string; timeZone: string }
  page: ProgrammePage
  query: ProgrammeQuery
  /** The reader's stars; null where none are given. */
  starred: ReadonlySet<string> | null
  /** Within a page of another site: links open a window of their own, and days stay within. */
  framed?: { theme: string | null }
}

/** Days, search, what is on, and the timetable. app/islands/programme.ts brings it to life. */
export function ProgrammeRoom({ fair, page, query, starred, framed }: ProgrammeRoomProps) {
  const { t } = useTranslation('programme')
  const starLabel = useStarLabel()
  const format = useFormat()
  const paths = visitPaths(useLang(), fair.slug)
  const words = useProgrammeWords()
  const theme = framed?.theme ?? null
  const href = (values: Record<string, string | null>) =>
    framed ? paths.embed('programme', { ...values, theme }) : paths.programme(values)
  const dayHref = (day: string) => href(programmeParams(query, { day }))
  const others = page.days.filter(({ day }) => day !== page.day.day)
  return (
    <div
      className="programme"
      data-programme=""
      data-view={query.view ?? undefined}
      data-fair={fair.id}
      data-zone={fair.timeZone}
      data-today={page.day.today ? '' : undefined}
      data-words={JSON.stringify(words)}
      data-elsewhere-days={others.length > 0 ? JSON.stringify(page.elsewhere) : undefined}
    >
      <ProgrammeSearch page={page} query={query} href={href} theme={theme} />
      <DayTabs page={page} href={dayHref} />
      {page.nowNext && !framed && <NowNext {...page.nowNext} paths={paths} live />}
      <div className="programme__line">
        <p role="status" data-count="">
          {page.filtered
            ? t('foundOf', { found: format.number(page.found), all: format.number(page.all) })
            : t('found', { count: page.all })}
        </p>
        <p className="quiet" data-zone-note="">
          {t('zone.note')}
        </p>
      </div>
      {others.length > 0 && (
        <p
          className="plan-elsewhere"
          data-elsewhere=""
          hidden={!page.filtered || others.every((day) => day.found === 0)}
        >
          {t('elsewhere')}{' '}
          {others.map(({ day, name, found }) => (
            <a key={day} href={dayHref(day)} data-other-day={day} data-name={name} hidden={found === 0}>
              {t('onDay', { day: name, found })}
            </a>
          ))}
        </p>
      )}
      <div data-nothing="" hidden={page.found > 0 || page.all === 0}>
        <EmptyState
          title={query.search === '' ? t('nothing.titleFilter') : t('nothing.title', { search: query.search })}
          action={
            <a className="button" href={href({ day: query.day, view: query.view })} data-clear="">
              {t('nothing.clear')}
            </a>
          }
        >
          {t('nothing.text')}
        </EmptyState>
      </div>
      {page.all > 0 && (
        <Timetable
          page={page}
          paths={paths}
          label={t('title')}
          cancelledWord={t('talk.cancelled')}
          starLabel={starLabel}
          starred={starred}
          link={framed ? { target: '_blank', rel: 'noopener' } : {}}
        />
      )}
      {page.unscheduled.length > 0 && (
        <section className="stack stack--tight" aria-labelledby="unscheduled">
          <h2 id="unscheduled">{t('unscheduled.title')}</h2>
          <p className="quiet">{t('unscheduled.text')}</p>
          <ul className="talk-lines">
            {page.unscheduled.map(({ talkId, title, titleLang, cancelled, kindWord }) => (
              <li key={talkId} className={`talk-line${cancelled ? ' is-cancelled' : ''}`}>
                <a href={paths.talk(talkId)} lang={titleLang ?? undefined}>
                  {title}
                </a>
                <span className="talk-line__facts">
                  {cancelled && <strong>{t('talk.cancelled')}</strong>} {kindWord}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
