import { useTranslation } from 'react-i18next'

export function LeaveFair({ accountId }: { accountId: string }) {
  const { t } = useTranslation('team')
  return (
    <details>
      <summary className="disclosure">{t('leave')}</summary>
      <form method="post" className="stack stack--tight">
        <input type="hidden" name="intent" value="remove" />
        <input type="hidden" name="accountId" value={accountId} />
        <p>{t('leaveHint')}</p>
        <p>
          <button type="submit" className="button button--danger">
            {t('leave')}
          </button>
        </p>
      </form>
    </details>
  )
}
