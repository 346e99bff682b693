import { useTranslation } from 'react-i18next'
import type { TalkChangeKind } from '#shared/programme/queries/programmeDiff'
import { useFormat } from '~/lib/format'
import { ChangesTimetable } from './ChangesTimetable'
import { signOfTalk } from './talkLines'
import type { ChangedDay, TalkLine } from './types'

export interface TalksSectionProps {
  /** No release before: everything is new. */
  first: boolean
  /** Talks that visitors will see. */
  talkCount: number
  talkLines: readonly TalkLine[]
  talkCounts: readonly { kind: TalkChangeKind; count: number }[]
  days: readonly ChangedDay[]
  /** Ideas and invitations. */
  staying: readonly { id: string; title: string }[]
}

/** More are behind a click. */
const LISTED = 12

/** What changes in the programme, drawn by day and listed; and which talks stay behind. */
export function TalksSection({ first, talkCount, talkLines, talkCounts, days, staying }: TalksSectionProps) {
  const { t } = useTranslation('releases')
  const format = useFormat()
  return (
    <section className="stack" aria-labelledby="talks">
      <h2 id="talks">{t('talks.title')}</h2>
      {first ? (
        <p>{t('talks.firstCounts', { count: talkCount })}</p>
      ) : talkLines.length === 0 ? (
        <p>{t('talks.none')}</p>
      ) : (
        <>
          <ul className="change-counts">
            {talkCounts.map(({ kind, count }) => (
              <li key={kind}>
                <span className={`change-sign change-sign--${signOfTalk(kind)}`}>
                  {t(`talks.counts.${kind}`, { count })}
                </span>
              </li>
            ))}
          </ul>
          {days.map((day) => (
            <div key={day.day} className="stack">
              <h3>{format.day(day.day)}</h3>
              <ChangesTimetable day={day} label={`${t('talks.title')}: ${format.day(day.day)}`} />
            </div>
          ))}
          <div>
            <TalkList lines={talkLines.slice(0, LISTED)} />
            {talkLines.length > LISTED && (
              <details className="more">
                <summary>{t('changes.showAll', { count: talkLines.length })}</summary>
                <TalkList lines={talkLines.slice(LISTED)} />
              </details>
            )}
          </div>
        </>
      )}
      {staying.length > 0 && (
        <details className="more">
          <summary>{t('talks.staying', { count: staying.length })}</summary>
          <p>{t('talks.stayingText')}</p>
          <ul className="plain-list">
            {staying.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function TalkList({ lines }: { lines: readonly TalkLine[] }) {
  const { t } = useTranslation('releases')
  const format = useFormat()
  return (
    <ul className="changed-list changed-list--talks">
      {lines.map(({ id, title, kinds, now, was, fields, speakers }) => (
        <li key={id}>
          <span>
            <strong>{title}</strong>
            {speakers && <span className="booth-facts__soft"> · {speakers}</span>}
            <br />
            {kinds.map((kind) => (
              <span key={kind} className={`change-sign change-sign--${signOfTalk(kind)}`}>
                {kind === 'changed'
                  ? t('talks.changedFields', { fields: format.list(fields.map((field) => t(`talks.fields.${field}`))) })
                  : t(`talks.kinds.${kind}`)}
              </span>
            ))}
            {now && <span className="changed-list__holder">{now}</span>}
            {was && <span className="changed-list__holder">{t('changes.was', { number: was })}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
