import { useLocation, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLang, useTranslatedAddresses } from '~/lib/useLang'
import type { loader } from '~/root'
import { BrandMark } from './Brand'
import { SignOutForm } from './SignOutForm'

/** On every page: where one is, the language, who one is, the way out. Works without JavaScript. */
export function SiteHeader() {
  const { t } = useTranslation('common')
  const lang = useLang()
  const { pathname } = useLocation()
  const root = useRouteLoaderData<typeof loader>('root')
  const current = (address: string) => (pathname === address || pathname.startsWith(`${address}/`) ? 'page' : undefined)
  return (
    <header className="site-header">
      <div className="site-header__bar">
        <a className="brand" href={`/${lang}`}>
          <BrandMark />
          {t('productName')}
        </a>
        <nav className="site-nav" aria-label={t('mainNavigation')}>
          <a
            href={`/${lang}`}
            aria-current={pathname === `/${lang}` || pathname.startsWith(`/${lang}/fairs`) ? 'page' : undefined}
          >
            {t('fairs')}
          </a>
          {root?.person && (
            <a href={`/${lang}/organise`} aria-current={current(`/${lang}/organise`)}>
              {t('organise')}
            </a>
          )}
          {root?.demo && (
            <a href={`/${lang}/demo`} aria-current={current(`/${lang}/demo`)}>
              {t('demo')}
            </a>
          )}
        </nav>
        <LanguageSwitch />
        {root?.person ? (
          <details className="site-menu">
            <summary aria-label={t('signedInAs', { name: root.person.name })}>
              <span className="site-menu__name">{root.person.name}</span>
            </summary>
            <div className="site-menu__panel">
              <a href={`/${lang}/account`}>{t('myAccount')}</a>
              <SignOutForm>
                <button type="submit">{t('signOut')}</button>
              </SignOutForm>
            </div>
          </details>
        ) : (
          <a className="button button--small" href={`/${lang}/sign-in`}>
            {t('signIn')}
          </a>
        )}
      </div>
    </header>
  )
}

export function LanguageSwitch() {
  const { t } = useTranslation('common')
  const lang = useLang()
  return (
    <nav aria-label={t('language')}>
      <ul className="lang-switch">
        {useTranslatedAddresses().map(({ language, address }) => (
          <li key={language}>
            <a
              href={address}
              hrefLang={language}
              lang={language}
              aria-label={t(`languages.${language}`)}
              aria-current={language === lang ? 'true' : undefined}
            >
              {language}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
