import { useTranslation } from 'react-i18next'
import { errorSentence } from '#shared/i18n/sentence'
import { Notice } from '~/components/Notice'
import type { Failure } from '~/services/answer.server'
import type { ClaimAct } from '~/services/claimActs.server'

/** What an organiser's act did, or why it did not. */
export function ActResult({ act, failure }: { act: ClaimAct | null; failure: Failure | null }) {
  const { t } = useTranslation(['claims', 'errors'])
  if (failure?.code === 'CLAIM_STATE')
    return (
      <Notice kind="warning" title={t('claims:queue.conflict.title')}>
        {t('claims:queue.conflict.text')}
      </Notice>
    )
  if (failure?.fields.some(({ path }) => path === 'claimId' || path === 'exhibitorId' || path === 'boothId'))
    return (
      <Notice kind="error">
        {t(
          failure.fields.some(({ path }) => path === 'claimId')
            ? 'claims:queue.bulk.nothing'
            : 'claims:queue.actFor.incomplete',
        )}
      </Notice>
    )
  if (failure?.fields.some(({ path }) => path === 'reason'))
    return <Notice kind="error">{t('claims:queue.decline.noReason')}</Notice>
  if (failure) return <Notice kind="error">{errorSentence(t, failure)}</Notice>
  if (!act) return null
  if (act.did !== 'confirmSelected')
    return <Notice kind="success">{t(`claims:queue.done.${act.did}`, { ...act })}</Notice>
  return (
    <>
      {act.confirmed > 0 && <Notice kind="success">{t('claims:queue.bulk.result', { count: act.confirmed })}</Notice>}
      {act.failed.length > 0 && (
        <Notice kind="warning" title={t('claims:queue.bulk.failed', { count: act.failed.length })}>
          <ul className="plain-list">
            {act.failed.map((claim) => (
              <li key={`${claim.number} ${claim.exhibitor}`}>
                {t('claims:myBooth.boothOf', { number: claim.number })}, {claim.exhibitor}:{' '}
                {errorSentence(t, { code: claim.code, params: {} })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
