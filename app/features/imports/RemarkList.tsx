import { useTranslation } from 'react-i18next'
import type { Remark } from '#shared/exchange/schedule/types'
import { remarkSentence } from './importWords'

export interface RemarkListProps {
  remarks: readonly Remark[]
  /** Of the heading above each kind. */
  level: 'h3' | 'h4'
}

/** What the file left unclear, and what of it does not come along. */
export function RemarkList({ remarks, level: Heading }: RemarkListProps) {
  const { t } = useTranslation(['imports', 'formats'])
  const kinds = (['leftOut', 'unclear'] as const).filter((kind) => remarks.some((remark) => remark.kind === kind))
  return (
    <>
      {kinds.map((kind) => (
        <section key={kind} className="stack stack--tight">
          <Heading>{t(kind)}</Heading>
          <ul className="divided plain-list import-remarks">
            {remarks
              .filter((remark) => remark.kind === kind)
              .map((remark) => (
                <li key={remark.code}>
                  <p>
                    {remarkSentence(t, remark)}{' '}
                    {remark.count > 1 && <span className="import-note">({t('times', { count: remark.count })})</span>}
                  </p>
                  {remark.examples.length > 0 && (
                    <p className="import-note">{t('examples', { examples: remark.examples.join(' · ') })}</p>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
