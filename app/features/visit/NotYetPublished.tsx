import { useTranslation } from 'react-i18next'
import type { VisitedFair } from '#server/services/visit/visitFair'
import { useLang } from '~/lib/useLang'

/** For those who prepare the fair; visitors get a page that is not there. */
export function NotYetPublished({ fair }: { fair: Pick<VisitedFair, 'id' | 'reader'> }) {
  const { t } = useTranslation('visit')
  const lang = useLang()
  const { organiser } = fair.reader
  return (
    <div className="notice notice--warning">
      <p className="notice__title">{t('fair.unpublished.title')}</p>
      <p>{organiser ? t('fair.unpublished.organiser') : t('fair.unpublished.exhibitor')}</p>
      {organiser && (
        <div className="cluster">
          <a className="button" href={`/${lang}/organise/${fair.id}/plan`}>
            {t('fair.unpublished.editor')}
          </a>
          <a className="button" href={`/${lang}/organise/${fair.id}/release`}>
            {t('fair.unpublished.publish')}
          </a>
        </div>
      )}
    </div>
  )
}
