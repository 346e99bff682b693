import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SiteHeader } from './SiteHeader'

export interface PageShellProps {
  children: ReactNode
  /** Narrow for forms and prose. */
  narrow?: boolean
  /** All of the window for plans. */
  wide?: boolean
  /** A line of navigation below the header, for instance OrganiserNav. */
  nav?: ReactNode
}

/** Header, content and footer of every page but the editor. */
export function PageShell({ children, narrow = false, wide = false, nav }: PageShellProps) {
  const { t } = useTranslation('common')
  return (
    <>
      <SiteHeader />
      <main
        id="content"
        tabIndex={-1}
        className={`site-main${narrow ? ' site-main--narrow' : ''}${wide ? ' site-main--wide' : ''}`}
      >
        {nav}
        {children}
      </main>
      <footer className="site-footer">
        <div className="site-footer__bar">
          <span>{t('productName')}</span>
          <span>{t('tagline')}</span>
        </div>
      </footer>
    </>
  )
}

export interface PageHeadProps {
  title: string
  eyebrow?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
}

export function PageHead({ title, eyebrow, lead, actions }: PageHeadProps) {
  return (
    <div className="page-head">
      <div className="page-head__text">
        {eyebrow && <p className="page-head__eyebrow">{eyebrow}</p>}
        <h1>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {actions && <div className="cluster">{actions}</div>}
    </div>
  )
}
