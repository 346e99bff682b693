import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '~/components/Notice'
import { SectorChip } from '~/components/SectorChip'
import { StarButton, useStarLabel } from '~/features/stars/StarButton'
import { MiniMap } from '~/features/visit/MiniMap'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { SpeakerCard } from './SpeakerCard'
import { TalkLines } from './TalkLines'
import type { TalkLine } from './talkLines'
import type { TalkPage, TalkTime } from './talkPage'

export interface TalkSheetProps {
  fair: { id: string; slug: string }
  page: TalkPage
  starred: ReadonlySet<string>
  /** Sign-up for a talk with limited seats. */
  signUp?: ReactNode
}

/** Everything about one talk: what, when, where, with whom, and what to hear next. */
export function TalkSheet({ fair, page, starred, signUp }: TalkSheetProps) {
  const { t } = useTranslation(['programme', 'stars'])
  const starLabel = useStarLabel()
  const paths = visitPaths(useLang(), fair.slug)
  const upcoming = page.times.some(({ state }) => state !== 'over')
  return (
    <article className="talk-sheet visit-article" data-talk={page.id}>
      <div className="stack stack--loose">
        <header className="talk-sheet__head">
          <ul className="talk-sheet__tags" aria-label={t('talk.tags')}>
            <li className="badge">{t(`kind.${page.kind}`)}</li>
            {page.cancelled && <li className="badge badge--bad">{t('talk.cancelled')}</li>}
            {page.language && <li className="badge">{t('talk.languageNote', { language: page.language.name })}</li>}
          </ul>
          <h1 lang={page.titleLang ?? undefined}>{page.title}</h1>
          {page.cancelled && <Notice kind="warning">{t('talk.cancelledText')}</Notice>}
          <TalkTimes times={page.times} cancelled={page.cancelled} />
          <div className="talk-sheet__actions">
            {page.kind !== 'break' && (
              <StarButton
                talkId={page.id}
                label={starLabel(page.title)}
                starred={starred.has(page.id)}
                word={t('stars:mine')}
              />
            )}
            {page.times.length > 0 && (upcoming || page.cancelled) && (
              <a className="button" href={paths.talkCalendar(page.id)} rel="nofollow">
                {t('talk.calendar')}
              </a>
            )}
          </div>
        </header>
        {signUp}
        <Abstract page={page} />
        {page.speakers.length > 0 && (
          <section className="stack stack--tight" aria-labelledby="with">
            <h2 id="with">{t('talk.speakers')}</h2>
            <ul className="speaker-cards">
              {page.speakers.map((speaker) => (
                <li key={speaker.id}>
                  <SpeakerCard speaker={speaker} paths={paths} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <Facts page={page} sectorHref={paths.sector} />
      </div>
      <Where fair={fair} page={page} />
      <div className="stack stack--loose">
        <More title={t('talk.after')} lines={page.before} slug={fair.slug} starred={starred} />
        <More title={t('talk.before')} lines={page.after} slug={fair.slug} starred={starred} />
        <More
          title={page.cancelled ? t('talk.cancelledRelated') : t('talk.related')}
          lines={page.related}
          slug={fair.slug}
          starred={starred}
        />
      </div>
    </article>
  )
}

function TalkTimes({ times, cancelled }: { times: readonly TalkTime[]; cancelled: boolean }) {
  const { t } = useTranslation('programme')
  if (times.length === 0) return <p className="quiet">{t('talk.noTime')}</p>
  return (
    <ul className="talk-times">
      {times.map((time) => (
        <li key={time.ref} className="talk-sheet__when" data-slot={time.ref}>
          <strong>{time.day}</strong>
          <span>
            <time dateTime={time.starts}>{time.from}</time> – <time dateTime={time.ends}>{time.until}</time>
            {' · '}
            {time.stage}
          </span>
          {!cancelled && time.state === 'on' && (
            <span className="badge badge--good">{t('talk.onNow', { time: time.until })}</span>
          )}
          {!cancelled && time.state === 'over' && <span className="quiet">{t('talk.over')}</span>}
        </li>
      ))}
    </ul>
  )
}

function Abstract({ page: { abstract } }: { page: TalkPage }) {
  const { t } = useTranslation('programme')
  const lang = useLang()
  if (!abstract) return <p className="quiet">{t('talk.noAbstract')}</p>
  const seen = new Map<string, number>()
  const keyOf = (text: string) => {
    const nth = seen.get(text) ?? 0
    seen.set(text, nth + 1)
    return `${nth} ${text}`
  }
  return (
    <div className="stack" lang={abstract.lang ?? undefined}>
      {abstract.paragraphs.map((paragraph) => (
        <p key={keyOf(paragraph)} className="as-typed prose">
          {paragraph}
        </p>
      ))}
      {abstract.lang && (
        <p className="quiet" lang={lang}>
          {t('talk.otherLanguage', { language: abstract.languageName })}
        </p>
      )}
    </div>
  )
}

function Facts({ page, sectorHref }: { page: TalkPage; sectorHref: (id: string) => string }) {
  const { t } = useTranslation('programme')
  const { sector, seats, comforts } = page
  if (!sector && seats === null && comforts.length === 0) return null
  return (
    <dl className="facts">
      {sector && (
        <>
          <dt>{t('talk.sector')}</dt>
          <dd>
            <SectorChip {...sector} href={sectorHref(sector.id)} />
          </dd>
        </>
      )}
      {(comforts.length > 0 || seats !== null) && (
        <>
          <dt>{t('talk.comfort')}</dt>
          <dd>
            <ul className="plain-list">
              {seats !== null && <li>{t('talk.seats', { count: seats })}</li>}
              {comforts.map((comfort) => (
                <li key={comfort}>{t(`talk.needs.${comfort}`)}</li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  )
}

interface MoreProps {
  title: string
  lines: readonly TalkLine[]
  slug: string
  starred: ReadonlySet<string>
}

function More({ title, lines, slug, starred }: MoreProps) {
  if (lines.length === 0) return null
  return (
    <section className="stack stack--tight">
      <h2>{title}</h2>
      <TalkLines lines={lines} slug={slug} starred={starred} />
    </section>
  )
}

/** The stage on the plan, hall by hall. */
function Where({ fair, page }: Pick<TalkSheetProps, 'fair' | 'page'>) {
  const { t } = useTranslation('programme')
  const format = useFormat()
  const paths = visitPaths(useLang(), fair.slug)
  if (page.maps.length === 0) return null
  const stageName = (id: string) => page.times.find(({ stageId }) => stageId === id)?.stage ?? ''
  return (
    <section className="stack" aria-labelledby="where">
      <h2 id="where">{t('talk.where')}</h2>
      {page.maps.map((map) => {
        const stages = format.list(map.stageIds.map(stageName))
        const hall = format.text(map.hall.name)
        return (
          <div key={map.hall.id} className="stack stack--tight">
            <p>
              <strong>{stages}</strong>, {hall}
            </p>
            <MiniMap
              map={map}
              label={t('talk.map', { stage: stages, hall })}
              slug={fair.slug}
              fairId={fair.id}
              as="pins"
            />
            <div className="cluster">
              <a className="button" href={paths.plan({ hall: map.hall.id, stage: map.stageIds[0], view: 'map' })}>
                {t('talk.onPlan')}
              </a>
              {map.stageIds.map((id) => (
                <a key={id} className="button button--quiet" href={paths.programme({ stage: id })}>
                  {t('talk.onStage', { stage: stageName(id) })}
                </a>
              ))}
            </div>
          </div>
        )
      })}
    </section>
  )
}
