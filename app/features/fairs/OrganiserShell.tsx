import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalText } from '#shared/kernel/language'
import { Notice } from '~/components/Notice'
import { PageHead, PageShell } from '~/components/PageShell'
import { useFormat } from '~/lib/format'
import { OrganiserNav, type OrganiserSection } from './OrganiserNav'

export interface OrganiserShellProps {
  fair: { id: string; name: LocalText; archivedAt: Date | null }
  section: OrganiserSection | null
  title: string
  lead?: ReactNode
  actions?: ReactNode
  openClaims?: number
  /** All of the window, for pages with a plan beside them. */
  wide?: boolean
  children: ReactNode
}

/** Frame of a fair's pages for organisers: its name, its sections, and whether it is archived. */
export function OrganiserShell({
  fair,
  section,
  title,
  lead,
  actions,
  openClaims,
  wide = false,
  children,
}: OrganiserShellProps) {
  const { t } = useTranslation('fairs')
  const format = useFormat()
  return (
    <PageShell wide={wide} nav={<OrganiserNav fairId={fair.id} current={section} openClaims={openClaims} />}>
      <PageHead
        title={title}
        eyebrow={section === 'overview' ? undefined : format.text(fair.name)}
        lead={lead}
        actions={actions}
      />
      <div className="stack stack--loose">
        {fair.archivedAt !== null && <Notice kind="warning">{t('overview.archived')}</Notice>}
        {children}
      </div>
    </PageShell>
  )
}
