import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/**
 * Hidden in every page of a fair. The service worker (app/islands/sw/keptCopy.ts) shows it in a copy that it hands out, with the
 * age in its gaps; it finds this very markup.
 */
export function KeptCopy() {
  const { t } = useTranslation('stars')
  const { pathname, search } = useLocation()
  return (
    <div className="kept-copy" role="status" hidden>
      <p>{t('kept.text')}</p>
      <a className="button button--small" href={`${pathname}${search}`}>
        {t('kept.reload')}
      </a>
    </div>
  )
}
