import { useTranslation } from 'react-i18next'
import { useFormat } from '~/lib/format'
import type { AffectedSpeaker, AffectedVisitors } from './types'

export interface Affected {
  exhibitorId: string
  exhibitorName: string
  boothId: string
  number: string
  before: string
  changes: readonly ('moved' | 'resized' | 'renumbered' | 'gone')[]
}

export interface AffectedSectionProps {
  affected: readonly Affected[]
  speakers: readonly AffectedSpeaker[]
  visitors: AffectedVisitors
  /** Speakers without an address. */
  unreachable: readonly string[]
  /** How many mails will wait. */
  mails: number
  hrefOf: (id: string) => string
}

/** Those for whom something is not what it was: they are told, once an organiser sends the mails. */
export function AffectedSection({ affected, speakers, visitors, unreachable, mails, hrefOf }: AffectedSectionProps) {
  const { t } = useTranslation('releases')
  const nobody = affected.length + speakers.length + visitors.count + unreachable.length === 0
  return (
    <section className="stack" aria-labelledby="affected">
      <h2 id="affected">{t('affected.title')}</h2>
      {nobody ? (
        <p>{t('affected.none')}</p>
      ) : (
        <>
          {mails > 0 && <p>{t('affected.mails', { count: mails })}</p>}
          {affected.length > 0 && <Exhibitors affected={affected} hrefOf={hrefOf} />}
          {speakers.length > 0 && <Speakers speakers={speakers} />}
          {visitors.count > 0 && (
            <>
              <h3>{t('affected.visitors', { count: visitors.count })}</h3>
              <p>{t('affected.visitorsText', { starred: visitors.starred, joined: visitors.joined })}</p>
            </>
          )}
          {unreachable.length > 0 && <Unreachable names={unreachable} />}
        </>
      )}
    </section>
  )
}

function Exhibitors({ affected, hrefOf }: Pick<AffectedSectionProps, 'affected' | 'hrefOf'>) {
  const { t } = useTranslation('releases')
  const format = useFormat()
  return (
    <>
      <h3>{t('affected.exhibitors', { count: new Set(affected.map(({ exhibitorId }) => exhibitorId)).size })}</h3>
      <ul className="changed-list">
        {affected.map(({ exhibitorId, exhibitorName, boothId, number, before, changes }) => (
          <li key={boothId}>
            <strong>{number}</strong>
            <span>
              <a href={hrefOf(exhibitorId)}>{exhibitorName}</a>:{' '}
              {format.list(changes.map((change) => t(`changes.kinds.${change}`).toLowerCase()))}{' '}
              {before !== number && <span className="booth-facts__soft">{t('changes.was', { number: before })}</span>}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

const LISTED = 12

function Speakers({ speakers }: Pick<AffectedSectionProps, 'speakers'>) {
  const { t } = useTranslation('releases')
  const list = (some: readonly AffectedSpeaker[]) => (
    <ul className="plain-list affected-people">
      {some.map(({ key, name, talks }) => (
        <li key={key}>
          <strong>{name}</strong>
          {talks.map((talk) => (
            <span key={talk.title} className="changed-list__holder">
              {talk.title}: {talk.changes.map((change) => t(`talks.told.${change}`)).join(', ')}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <h3>{t('affected.speakers', { count: speakers.length })}</h3>
      {list(speakers.slice(0, LISTED))}
      {speakers.length > LISTED && (
        <details className="more">
          <summary>{t('problems.showAll', { count: speakers.length })}</summary>
          {list(speakers.slice(LISTED))}
        </details>
      )}
    </>
  )
}

function Unreachable({ names }: { names: readonly string[] }) {
  const { t } = useTranslation('releases')
  const format = useFormat()
  return (
    <p className="affected-unreachable">
      {t('affected.unreachable', { count: names.length, names: format.list([...names]) })}
    </p>
  )
}
