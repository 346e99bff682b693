import { useTranslation } from 'react-i18next'
import type { LocalText } from '#shared/kernel/language'
import { FailureNotice, Notice } from '~/components/Notice'
import { useFormat } from '~/lib/format'
import type { Failure } from '~/services/answer.server'

/** LAST_OWNER names the fairs; remarks about single fields stand beside those. */
export function AccountFailure({ failure }: { failure: Failure | undefined }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  if (failure?.code === 'LAST_OWNER' && Array.isArray(failure.params.fairs)) {
    const fairs = format.list((failure.params.fairs as LocalText[]).map(format.text))
    return <Notice kind="error">{t('account.lastOwner', { fairs })}</Notice>
  }
  return <FailureNotice failure={failure} />
}
