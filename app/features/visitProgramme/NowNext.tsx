import { useTranslation } from 'react-i18next'
import type { VisitPaths } from '~/lib/visitPaths'
import type { TalkCard } from './talkCards'

export interface NowNextProps {
  now: readonly TalkCard[]
  next: readonly TalkCard[]
  paths: VisitPaths
  /** Kept fresh by the page's small script, from the talks of the day below. */
  live?: boolean
}

/** More than this is no longer an answer to "what now?". */
export const MOST_NOW = 8

/** What is on, and what comes next on each stage. */
export function NowNext({ now, next, paths, live = false }: NowNextProps) {
  const { t } = useTranslation('programme')
  const over = now.length === 0 && next.length === 0
  return (
    <section className="now-next" aria-labelledby="now-next" {...(live ? { 'data-now-next': '' } : {})}>
      <h2 id="now-next">{t('now.title')}</h2>
      <p className="now-next__over quiet" data-over="" hidden={!over}>
        {t('now.over')}
      </p>
      <div className="now-next__columns" data-now-columns="" hidden={over}>
        <div>
          <h3>{t('now.now')}</h3>
          <p className="quiet" data-nothing-now="" hidden={now.length > 0}>
            {t('now.nothingNow')}
          </p>
          <ul data-now="">
            {now.slice(0, MOST_NOW).map((card) => (
              <NowLine key={card.ref} card={card} when={t('now.until', { time: card.until })} paths={paths} />
            ))}
          </ul>
        </div>
        <div data-next-part="" hidden={next.length === 0}>
          <h3>{t('now.next')}</h3>
          <ul data-next="">
            {next.slice(0, MOST_NOW).map((card) => (
              <NowLine key={card.ref} card={card} when={t('now.at', { time: card.from })} paths={paths} />
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}

function NowLine({ card, when, paths }: { card: TalkCard; when: string; paths: VisitPaths }) {
  return (
    <li className="now-line" data-line={card.ref}>
      <a href={paths.talk(card.talkId)} lang={card.titleLang ?? undefined}>
        {card.title}
      </a>
      <span className="now-line__where">
        <span>{when}</span> · <span>{card.stage}</span>
      </span>
    </li>
  )
}
