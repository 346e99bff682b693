import { useTranslation } from 'react-i18next'
import type { MyFair } from '#server/services/fairs/listMyFairs'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'

export interface MyFairsProps {
  fairs: readonly MyFair[]
  mayCreate: boolean
}

/** Every fair with the part that one has in it. */
export function MyFairs({ fairs, mayCreate }: MyFairsProps) {
  const { t } = useTranslation('accounts')
  const lang = useLang()
  const format = useFormat()
  const address = (fair: MyFair) =>
    fair.role === 'exhibitor' ? `/${lang}/fairs/${fair.slug}/my-booth` : `/${lang}/organise/${fair.id}`
  return (
    <section className="stack">
      <h2>{t('account.fairs')}</h2>
      {fairs.length === 0 ? (
        <p>{t('account.noFairs')}</p>
      ) : (
        <ul className="plain-list rows">
          {fairs.map((fair) => (
            <li key={fair.id} className="rows__row">
              <div>
                {fair.archived && fair.role === 'exhibitor' ? (
                  <strong>{format.text(fair.name)}</strong>
                ) : (
                  <a className="rows__link" href={address(fair)}>
                    {format.text(fair.name)}
                  </a>
                )}
                <p className="field__hint">{format.days(fair.startsOn, fair.endsOn)}</p>
              </div>
              <span className="cluster">
                {fair.exhibitors.length > 0 && <span className="field__hint">{format.list(fair.exhibitors)}</span>}
                <span className="badge">{t(`roles.${fair.role}`)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayCreate && (
        <p>
          <a className="button" href={`/${lang}/organise/new`}>
            {t('account.newFair')}
          </a>
        </p>
      )}
    </section>
  )
}
