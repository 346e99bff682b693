import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { errorSentence } from '#shared/i18n/sentence'
import type { Failure } from '~/services/answer.server'
import { BoothRow } from './BoothRow'
import type { PageBooth, SectorsById } from './types'

export interface TakenNoticeProps {
  failure: Failure
  number: string
  alternatives: readonly PageBooth[]
  sectors: SectorsById
  take: { formKey: string; holdHours: number } | null
  hrefOf: (boothId: string) => string
}

/** What became of a try that failed: who lost a race is handed the nearest free booths, ready to take. */
export function TakenNotice({ failure, number, alternatives, sectors, take, hrefOf }: TakenNoticeProps) {
  const { t } = useTranslation(['claims', 'errors'])
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new failure is read out, also one that reads the same
  useEffect(() => box.current?.focus(), [failure])
  const lost = failure.code === 'BOOTH_TAKEN' || failure.code === 'BOOTH_BLOCKED'
  const blocked = failure.code === 'BOOTH_BLOCKED'
  return (
    <div className="notice notice--error taken" role="alert" ref={box} tabIndex={-1}>
      {lost ? (
        <>
          <h2 className="notice__title">
            {t(blocked ? 'claims:choose.taken.blockedTitle' : 'claims:choose.taken.title', { number })}
          </h2>
          {alternatives.length > 0 ? (
            <>
              <p>{t(blocked ? 'claims:choose.taken.blockedText' : 'claims:choose.taken.text')}</p>
              <ul className="booth-list">
                {alternatives.map((booth) => (
                  <BoothRow
                    key={booth.id}
                    booth={booth}
                    sectors={sectors}
                    mine={false}
                    take={take}
                    href={hrefOf(booth.id)}
                  />
                ))}
              </ul>
            </>
          ) : (
            <p>{t('claims:choose.taken.none')}</p>
          )}
        </>
      ) : (
        <p>{errorSentence(t, failure)}</p>
      )}
    </div>
  )
}
