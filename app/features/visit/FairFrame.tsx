import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '~/components/Notice'
import { PageShell } from '~/components/PageShell'
import { KeptCopy } from '~/features/stars/KeptCopy'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { Breadcrumb, type Crumb } from './Breadcrumb'
import type { FrameFair } from './fairFrame'

export type FairSection = 'fair' | 'programme' | 'plan' | 'exhibitors' | 'sectors'

export interface FairFrameProps {
  fair: FrameFair
  section: FairSection
  /** Below the section; the page itself last, without an address. */
  crumbs?: readonly Crumb[]
  wide?: boolean
  children: ReactNode
}

/** Around every page of a fair: where one is, and the way to its other pages. */
export function FairFrame({ fair, section, crumbs = [], wide = false, children }: FairFrameProps) {
  const { t } = useTranslation(['visit', 'common'])
  const format = useFormat()
  const paths = visitPaths(useLang(), fair.slug)
  const sections: Record<FairSection, string> = {
    fair: paths.fair,
    programme: paths.programme(),
    plan: paths.plan(),
    exhibitors: paths.exhibitors(),
    sectors: paths.sectors,
  }
  const shown = (Object.keys(sections) as FairSection[]).filter(
    (key) => key !== 'programme' || fair.programme || section === key,
  )
  const trail: Crumb[] = [
    { name: t('common:fairs'), href: paths.fairs },
    { name: format.text(fair.name), href: paths.fair },
  ]
  if (section !== 'fair') trail.push({ name: t(`nav.${section}`), href: sections[section] })
  return (
    <PageShell
      wide={wide}
      nav={
        <div className="fair-frame">
          <Breadcrumb crumbs={[...trail, ...crumbs]} />
          <nav className="subnav" aria-label={t('nav.label')}>
            <ul>
              {shown.map((key) => (
                <li key={key}>
                  <a
                    href={sections[key]}
                    aria-current={key === section ? (crumbs.length > 0 ? 'true' : 'page') : undefined}
                  >
                    {t(`nav.${key}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <KeptCopy />
          {fair.archived && <Notice kind="warning">{t('fair.archived')}</Notice>}
        </div>
      }
    >
      {children}
    </PageShell>
  )
}
