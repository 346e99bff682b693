import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Check } from '~/components/Field'

/** Says exactly what goes, since nothing brings it back. */
export function EraseSection({ name, talks }: { name: string; talks: number }) {
  const { t } = useTranslation('people')
  return (
    <details className="act">
      <summary className="button button--small">{t('detail.erase.title')}</summary>
      <Form method="post" className="act__panel">
        <p>{talks === 0 ? t('detail.erase.textNone', { name }) : t('detail.erase.text', { name, count: talks })}</p>
        <Check name="sure" value="yes" required label={t('detail.erase.check')} />
        <p>
          <button type="submit" className="button button--danger" name="intent" value="erase">
            {t('detail.erase.button')}
          </button>
        </p>
      </Form>
    </details>
  )
}
