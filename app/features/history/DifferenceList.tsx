import { useTranslation } from 'react-i18next'
import type { DifferenceLine } from './types'

/** More are behind a click. */
const LISTED = 12

interface DifferenceListProps {
  lines: readonly DifferenceLine[]
  /** What the three signs stand for here. */
  words: 'since' | 'restore'
}

export function DifferenceList({ lines, words }: DifferenceListProps) {
  const { t } = useTranslation('history')
  return (
    <div>
      <Lines lines={lines.slice(0, LISTED)} words={words} />
      {lines.length > LISTED && (
        <details className="more">
          <summary>{t('since.all', { count: lines.length })}</summary>
          <Lines lines={lines.slice(LISTED)} words={words} />
        </details>
      )}
    </div>
  )
}

function Lines({ lines, words }: DifferenceListProps) {
  const { t } = useTranslation('history')
  return (
    <ul className="changed-list differences">
      {lines.map(({ key, name, kind, about }) => (
        <li key={key}>
          <span className={`change-sign change-sign--${kind}`}>{t(`${words}.marks.${kind}`)}</span>
          <span>
            <strong>{name}</strong>
            {about && <span className="changed-list__holder">{about}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

const KINDS = ['added', 'changed', 'gone'] as const

/** How many of each, where there are any. */
export function DifferenceCounts({ lines, words }: DifferenceListProps) {
  const { t } = useTranslation('history')
  return (
    <ul className="change-counts">
      {KINDS.map((kind) => ({ kind, count: lines.filter((line) => line.kind === kind).length }))
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => (
          <li key={kind}>
            <span className={`change-sign change-sign--${kind}`}>
              {t(`${words}.marks.${kind}`)}: {count}
            </span>
          </li>
        ))}
    </ul>
  )
}

/** What colours and outlines on the plan mean. */
export function MarksLegend({ words }: Pick<DifferenceListProps, 'words'>) {
  const { t } = useTranslation('history')
  return (
    <ul className="plan-legend" aria-label={t('since.legend')}>
      {KINDS.map((kind) => (
        <li key={kind}>
          <span className={`change-sign change-sign--${kind}`}>{t(`${words}.marks.${kind}`)}</span>
        </li>
      ))}
      <li>
        <span className="change-sign change-sign--left">{t(`${words}.from`)}</span>
      </li>
    </ul>
  )
}
