import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Check } from '~/components/Field'

export interface ArchiveSectionProps {
  name: string
  archived: boolean
  /** Numbers of the booths that would become free. */
  booths: readonly string[]
}

/** Out of the fair, and back. */
export function ArchiveSection({ name, archived, booths }: ArchiveSectionProps) {
  const { t } = useTranslation('exhibitors')
  if (archived)
    return (
      <Form method="post" className="notice notice--warning">
        <p>{t('detail.archive.restoreText')}</p>
        <p>
          <button type="submit" className="button" name="intent" value="restore">
            {t('detail.archive.restore')}
          </button>
        </p>
      </Form>
    )
  return (
    <details className="act">
      <summary className="button button--small">{t('detail.archive.title')}</summary>
      <Form method="post" className="act__panel">
        <p>{t('detail.archive.text', { name })}</p>
        {booths.length > 0 && (
          <Check name="withdrawClaims" required label={t('detail.archive.withdraw', { booths: booths.join(', ') })} />
        )}
        <p>
          <button type="submit" className="button button--danger" name="intent" value="archive">
            {t('detail.archive.button')}
          </button>
        </p>
      </Form>
    </details>
  )
}
