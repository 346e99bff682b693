import { useTranslation } from 'react-i18next'
import type { VisitedFair } from '#server/services/visit/visitFair'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'

/** The way in for exhibitors: to their booth, or to sign up while the fair takes them. */
export function TakePart({ fair, freeBooths }: { fair: Pick<VisitedFair, 'slug' | 'reader'>; freeBooths: number }) {
  const { t } = useTranslation('visit')
  const paths = visitPaths(useLang(), fair.slug)
  const { exhibitor, mayJoin } = fair.reader
  if (!exhibitor && (!mayJoin || freeBooths === 0)) return null
  return (
    <section className="take-part" aria-labelledby="take-part">
      <div className="stack stack--tight">
        <h2 id="take-part">{exhibitor ? t('fair.takePart.mineTitle') : t('fair.takePart.title')}</h2>
        <p>{exhibitor ? t('fair.takePart.mineText') : t('fair.takePart.text')}</p>
      </div>
      <a className="button button--primary" href={exhibitor ? paths.myBooth : paths.join}>
        {exhibitor ? t('fair.takePart.mine') : t('fair.takePart.action')}
      </a>
    </section>
  )
}
