import { useTranslation } from 'react-i18next'
import type { ClaimState } from '#shared/claims/status'
import { useFormat } from '~/lib/format'

/** One thing that happened to a claim of one's own. Instants are ISO text. */
export interface HistoryLine {
  id: string
  state: ClaimState
  number: string
  at: string
  reason: string | null
}

export function ClaimHistory({ lines, timeZone }: { lines: readonly HistoryLine[]; timeZone: string }) {
  const { t } = useTranslation('claims')
  const format = useFormat()
  if (lines.length === 0) return null
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{t('myBooth.history.title')}</h2>
      <ol className="trail">
        {lines.map(({ id, state, number, at, reason }) => (
          <li key={id}>
            <time dateTime={at}>{format.instant(at, timeZone)}</time>
            <span>
              {t(`myBooth.history.${state}`, { number })}
              {reason && <span className="trail__reason">{t('myBooth.history.reason', { reason })}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
