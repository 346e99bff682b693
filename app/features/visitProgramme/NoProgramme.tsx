import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/Notice'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'

/** The plan is published, no talk is. */
export function NoProgramme({ fair }: { fair: { id: string; slug: string; organiser: boolean } }) {
  const { t } = useTranslation('programme')
  const lang = useLang()
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        fair.organiser ? (
          <a className="button button--primary" href={`/${lang}/organise/${fair.id}/programme`}>
            {t('empty.organiser')}
          </a>
        ) : (
          <a className="button" href={visitPaths(lang, fair.slug).plan()}>
            {t('empty.plan')}
          </a>
        )
      }
    >
      {t('empty.text')}
    </EmptyState>
  )
}
