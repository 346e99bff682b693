import { useTranslation } from 'react-i18next'

/** What the checks found, in words. */
export interface ProblemLine {
  key: string
  severity: 'error' | 'warning'
  text: string
  hall: string | null
}

const LISTED = 8

/** What is still wrong, the serious things first. */
export function ProblemsSection({ problems, planHref }: { problems: readonly ProblemLine[]; planHref: string }) {
  const { t } = useTranslation('releases')
  return (
    <section className="stack" aria-labelledby="problems">
      <h2 id="problems">{t('problems.title')}</h2>
      {problems.length === 0 ? (
        <p className="good-line">{t('problems.none')}</p>
      ) : (
        <>
          <p>
            {t('problems.text')} <a href={planHref}>{t('problems.showOnPlan')}</a>
          </p>
          <ProblemList problems={problems.slice(0, LISTED)} />
          {problems.length > LISTED && (
            <details className="more">
              <summary>{t('problems.showAll', { count: problems.length })}</summary>
              <ProblemList problems={problems.slice(LISTED)} />
            </details>
          )}
        </>
      )}
    </section>
  )
}

function ProblemList({ problems }: { problems: readonly ProblemLine[] }) {
  const { t } = useTranslation('releases')
  return (
    <ul className="check-list">
      {problems.map(({ key, severity, text, hall }) => (
        <li key={key}>
          <span className={severity === 'error' ? 'badge badge--bad' : 'badge badge--warn'}>
            {t(`problems.severity.${severity}`)}
          </span>
          <span>
            {text}
            {hall && <span className="booth-facts__soft"> · {hall}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
