import { useTranslation } from 'react-i18next'
import { useFormat } from '~/lib/format'

/** A changed talk or booth in words; the address of its page where it still has one. */
export interface LinkedThing {
  id: string
  name: string
  href: string | null
  what: string
  now: string | null
  was: string | null
}

export interface ChangedRelease {
  number: number
  note: string
  /** ISO */
  publishedAt: string
  /** What visitors see now. */
  current: boolean
  summary: string[]
  talks: LinkedThing[]
  booths: LinkedThing[]
}

/** One publication: when, the organisers' note, in short, and each thing that changed. */
export function ReleaseArticle({ release, timeZone }: { release: ChangedRelease; timeZone: string }) {
  const { t } = useTranslation('changes')
  const format = useFormat()
  const { number, note, publishedAt, current, summary, talks, booths } = release
  const heading = `release-${number}`
  return (
    <article className="changelog__release" aria-labelledby={heading}>
      <header className="changelog__head">
        <h2 id={heading}>{t('release', { number })}</h2>
        {current && <span className="badge badge--good">{t('now')}</span>}
        <time dateTime={publishedAt}>{format.instant(publishedAt, timeZone)}</time>
      </header>
      {note !== '' && <p className="changelog__note">{note}</p>}
      <ul className="changelog__summary">
        {summary.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {talks.length > 0 && <Things title={t('talksTitle')} things={talks} />}
      {booths.length > 0 && <Things title={t('boothsTitle')} things={booths} />}
    </article>
  )
}

/** More are behind a click. */
const LISTED = 6

function Things({ title, things }: { title: string; things: readonly LinkedThing[] }) {
  const { t } = useTranslation('changes')
  const rest = things.slice(LISTED)
  return (
    <section className="changelog__things">
      <h3>{title}</h3>
      <ThingList things={things.slice(0, LISTED)} />
      {rest.length > 0 && (
        <details className="more">
          <summary>{t('showAll', { count: rest.length })}</summary>
          <ThingList things={rest} />
        </details>
      )}
    </section>
  )
}

const ThingList = ({ things }: { things: readonly LinkedThing[] }) => (
  <ul className="changelog__list">
    {things.map(({ id, name, href, what, now, was }) => (
      <li key={id}>
        <span>
          {href === null ? <strong>{name}</strong> : <a href={href}>{name}</a>} <em>{what}</em>
        </span>
        {now !== null && <span className="changelog__when">{now}</span>}
        {was !== null && <span className="changelog__when changelog__when--was">{was}</span>}
      </li>
    ))}
  </ul>
)
