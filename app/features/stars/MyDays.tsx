import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/Notice'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { MyRowItem } from './MyRowItem'
import type { MyProgramme, MyRow } from './myProgramme'
import { useStarLabel } from './StarButton'
import { starPaths } from './starPaths'

export interface MyDaysProps {
  slug: string
  /** Null: the browser alone knows, and its script puts this together. */
  mine: MyProgramme | null
  /** What the account keeps, for the script: when each talk was starred, and sign-ups. */
  kept: { stars: (readonly [string, number])[]; signups: unknown[] } | null
}

const BLANK: MyRow = {
  ref: '',
  talkId: '',
  title: '',
  from: '',
  until: '',
  stage: '',
  cancelled: false,
  starred: true,
  when: 'later',
  notes: [],
}

/** The talks that somebody keeps, by day; app/islands/stars renders the same for stars that only the browser knows. */
export function MyDays({ slug, mine, kept }: MyDaysProps) {
  const { t } = useTranslation('stars')
  const starLabel = useStarLabel()
  const lang = useLang()
  const paths = visitPaths(lang, slug)
  const words = t('words', { returnObjects: true })
  const whenWord = ({ when }: MyRow) => (when === 'later' ? '' : words[when])
  const empty = mine !== null && mine.days.length === 0 && mine.gone.length === 0
  return (
    <div
      className="my"
      data-my=""
      data-agenda={starPaths(lang, slug).agenda}
      data-kept={kept ? JSON.stringify(kept) : undefined}
      data-words={JSON.stringify(words)}
    >
      {mine === null && (
        <p className="my__loading" data-my-loading="">
          {t('my.loading')}
        </p>
      )}
      <p className="notice notice--warning" role="alert" data-my-failed="" hidden>
        {t('my.failed')} <a href={starPaths(lang, slug).mine}>{t('my.retry')}</a>
      </p>
      <p className="my__next" data-my-next="" hidden={!mine?.next}>
        <span className="my__next-word">{t('my.nextTitle')}</span>
        <a href={mine?.next ? paths.talk(mine.next.row.talkId) : paths.programme()} data-slot="title">
          {mine?.next?.row.title ?? t('my.browse')}
        </a>
        <span data-slot="when">{mine?.next ? nextLine(mine.next) : ''}</span>
      </p>
      <div className="notice notice--warning" data-my-gone="" hidden={!mine || mine.gone.length === 0}>
        <p>{words.gone}</p>
        <ul data-slot="gone">
          {mine?.gone.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      </div>
      <div data-my-days="">
        {mine?.days.map(({ day, title, rows }) => (
          <section key={day} className="my-day">
            <h2 className="capital">{title}</h2>
            <ol className="my-rows">
              {rows.map((row) => (
                <MyRowItem
                  key={row.ref}
                  row={row}
                  href={paths.talk(row.talkId)}
                  whenWord={whenWord(row)}
                  starLabel={starLabel}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
      <div data-my-empty="" hidden={!empty}>
        <EmptyState
          title={t('my.emptyTitle')}
          action={
            <a className="button button--primary" href={paths.programme()}>
              {t('my.browse')}
            </a>
          }
        >
          {t('my.emptyText')}
        </EmptyState>
      </div>
      <template data-my-day="">
        <section className="my-day">
          <h2 className="capital" data-slot="day">
            {' '}
          </h2>
          <ol className="my-rows" data-slot="rows" />
        </section>
      </template>
      <template data-my-row="">
        <MyRowItem row={BLANK} href={paths.talk('')} whenWord="" starLabel={starLabel} />
      </template>
    </div>
  )
}

/** "Friday 12 March, 10:00, Podium Noord" */
export const nextLine = ({ day, row }: { day: string; row: MyRow }): string =>
  [day, row.from, row.stage].filter(Boolean).join(', ')
