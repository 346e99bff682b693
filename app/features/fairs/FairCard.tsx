import { useTranslation } from 'react-i18next'
import type { MyFair } from '#server/services/fairs/listMyFairs'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'

export interface FairCardProps {
  fair: MyFair
  /** One below the heading that the list stands under. */
  heading: 'h2' | 'h3'
}

/** One of my fairs; the whole card leads to it. */
export function FairCard({ fair, heading: Heading }: FairCardProps) {
  const { t } = useTranslation(['fairs', 'accounts'])
  const format = useFormat()
  const lang = useLang()
  const href = fair.role === 'exhibitor' ? `/${lang}/fairs/${fair.slug}/my-booth` : `/${lang}/organise/${fair.id}`
  return (
    <li className="card">
      <div className="stack stack--tight">
        <Heading className="fair-card__title">
          <a className="card__link" href={href}>
            {format.text(fair.name)}
          </a>
        </Heading>
        <p>{format.days(fair.startsOn, fair.endsOn)}</p>
        <p className="field__hint">{fair.venueName}</p>
      </div>
      <p className="cluster">
        <span className="badge">{t(`accounts:roles.${fair.role}`)}</span>
        {fair.archived ? (
          <span className="badge">{t('fairs:list.archived')}</span>
        ) : (
          <span className={fair.published ? 'badge badge--good' : 'badge'}>
            {t(fair.published ? 'fairs:list.published' : 'fairs:list.draft')}
          </span>
        )}
        {fair.demo && <span className="badge">{t('fairs:list.demo')}</span>}
        {fair.openClaims > 0 && (
          <span className="badge badge--warn">{t('fairs:list.claims', { count: fair.openClaims })}</span>
        )}
      </p>
    </li>
  )
}
