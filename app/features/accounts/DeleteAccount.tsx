import { useTranslation } from 'react-i18next'
import { fieldSentence } from '#shared/i18n/sentence'
import { Check } from '~/components/Field'
import type { Failure } from '~/services/answer.server'

export function DeleteAccount({ failure }: { failure: Failure | undefined }) {
  const { t } = useTranslation(['accounts', 'errors'])
  const remark = failure?.fields.find(({ path }) => path === 'sure')
  return (
    <section className="stack">
      <details open={remark !== undefined || failure?.code === 'LAST_OWNER'}>
        <summary className="disclosure">{t('accounts:account.delete')}</summary>
        <form method="post" className="form form--short" data-sign-out>
          <input type="hidden" name="intent" value="delete" />
          <p>{t('accounts:account.deleteLead')}</p>
          <div className="field">
            <Check
              name="sure"
              value="yes"
              required
              label={t('accounts:account.deleteCheck')}
              aria-invalid={remark ? true : undefined}
              aria-describedby={remark ? 'sure-error' : undefined}
            />
            {remark && (
              <p className="field__error" id="sure-error">
                {fieldSentence(t, remark)}
              </p>
            )}
          </div>
          <div className="form__actions">
            <button type="submit" className="button button--danger">
              {t('accounts:account.deleteSubmit')}
            </button>
          </div>
        </form>
      </details>
    </section>
  )
}
