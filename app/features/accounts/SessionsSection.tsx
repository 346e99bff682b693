import { useTranslation } from 'react-i18next'
import { useLang } from '~/lib/useLang'

/** Signing out, here or everywhere, and taking one's data along. `data-sign-out`: offline copies are cleared first, after a warning. */
export function SessionsSection({ sessions }: { sessions: number }) {
  const { t } = useTranslation(['accounts', 'common'])
  const lang = useLang()
  return (
    <>
      <section className="stack">
        <h2>{t('accounts:account.sessions')}</h2>
        <p>{t('accounts:account.devices', { count: sessions })}</p>
        <div className="cluster">
          <form method="post" action="/sign-out" data-sign-out>
            <button type="submit" className="button">
              {t('common:signOut')}
            </button>
          </form>
          <form method="post" data-sign-out>
            <input type="hidden" name="intent" value="sign-out-everywhere" />
            <button type="submit" className="button">
              {t('accounts:account.signOutEverywhere')}
            </button>
          </form>
        </div>
        <p className="field__hint">{t('accounts:account.signOutHint')}</p>
      </section>
      <section className="stack">
        <h2>{t('accounts:account.data')}</h2>
        <p>{t('accounts:account.dataLead')}</p>
        <p>
          <a className="button" href={`/${lang}/account/export`} download>
            {t('accounts:account.download')}
          </a>
        </p>
      </section>
    </>
  )
}
