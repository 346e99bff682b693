import { useTranslation } from 'react-i18next'

export interface ConflictLine {
  key: string
  text: string
}

export interface WaivedLine extends ConflictLine {
  reason: string
  by: string | null
}

export interface ConflictsSectionProps {
  open: readonly ConflictLine[]
  warnings: readonly ConflictLine[]
  waived: readonly WaivedLine[]
  /** Of talks that are not published: said, and no more. */
  staying: number
  programmeHref: string
}

const LISTED = 6

/** What clashes in the programme that would be published: errors to be confirmed, warnings, and what somebody accepted and why. */
export function ConflictsSection({ open, warnings, waived, staying, programmeHref }: ConflictsSectionProps) {
  const { t } = useTranslation('releases')
  return (
    <section className="stack" aria-labelledby="conflicts">
      <h2 id="conflicts">{t('conflicts.title')}</h2>
      {open.length === 0 ? (
        <p className="good-line">{t('conflicts.none')}</p>
      ) : (
        <>
          <p>
            {t('conflicts.text', { count: open.length })} <a href={programmeHref}>{t('conflicts.show')}</a>
          </p>
          <Lines lines={open} badge="bad" word={t('problems.severity.error')} />
        </>
      )}
      {warnings.length > 0 && (
        <details className="more">
          <summary>{t('conflicts.warnings', { count: warnings.length })}</summary>
          <Lines lines={warnings} badge="warn" word={t('problems.severity.warning')} all />
        </details>
      )}
      {waived.length > 0 && (
        <details className="more">
          <summary>{t('conflicts.waived', { count: waived.length })}</summary>
          <ul className="check-list">
            {waived.map(({ key, text, reason, by }) => (
              <li key={key}>
                <span className="badge">{t('conflicts.accepted')}</span>
                <span>
                  {text}
                  <span className="changed-list__holder">
                    {by ? t('conflicts.reasonBy', { reason, name: by }) : t('conflicts.reason', { reason })}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {staying > 0 && <p className="booth-facts__soft">{t('conflicts.staying', { count: staying })}</p>}
    </section>
  )
}

interface LinesProps {
  lines: readonly ConflictLine[]
  badge: 'bad' | 'warn'
  word: string
  all?: boolean
}

function Lines({ lines, badge, word, all = false }: LinesProps) {
  const { t } = useTranslation('releases')
  const list = (some: readonly ConflictLine[]) => (
    <ul className="check-list">
      {some.map(({ key, text }) => (
        <li key={key}>
          <span className={`badge badge--${badge}`}>{word}</span>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
  if (all || lines.length <= LISTED) return list(lines)
  return (
    <>
      {list(lines.slice(0, LISTED))}
      <details className="more">
        <summary>{t('problems.showAll', { count: lines.length })}</summary>
        {list(lines.slice(LISTED))}
      </details>
    </>
  )
}
