import { Form } from '@remix-run/react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_REASON } from '#shared/claims/inputs'
import type { QueueClaim } from './types'

/** Suggested reasons stand in the exhibitor's language, since the exhibitor reads them. Own words go before a suggestion. */
export function DeclineForm({ item, formKey }: { item: QueueClaim; formKey: string }) {
  const { t } = useTranslation(['claims', 'common'])
  const id = useId()
  const { claim, exhibitor, language, suggestedReasons } = item
  return (
    <details className="act">
      <summary className="button button--small">
        {t('claims:queue.decline.summary')}
        <span className="visually-hidden">
          {' '}
          {t('claims:queue.claimOf', { exhibitor: exhibitor.name, number: claim.boothNumber })}
        </span>
      </summary>
      <Form method="post" className="act__panel" preventScrollReset>
        <input type="hidden" name="claimId" value={claim.id} />
        <input type="hidden" name="key" value={formKey} />
        <fieldset>
          <legend>{t('claims:queue.decline.legend', { language: t(`common:languages.${language}`) })}</legend>
          {suggestedReasons.map((reason) => (
            <label className="check" key={reason}>
              <input type="radio" name="suggested" value={reason} />
              <span lang={language}>{reason}</span>
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label className="field__label" htmlFor={id}>
            {t('claims:queue.decline.ownLabel')}
          </label>
          <textarea id={id} className="input" name="reason" rows={2} maxLength={MAX_REASON} />
        </div>
        <p className="field__hint">{t('claims:queue.decline.effect', { exhibitor: exhibitor.name })}</p>
        <p>
          <button type="submit" className="button button--danger button--small" name="intent" value="decline">
            {t('claims:queue.decline.button')}
          </button>
        </p>
      </Form>
    </details>
  )
}
