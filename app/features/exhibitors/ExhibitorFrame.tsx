import { Form, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalText } from '#shared/kernel/language'
import { PageShell } from '~/components/PageShell'
import { Breadcrumb } from '~/features/visit/Breadcrumb'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { exhibitorPaths } from './exhibitorPaths'

export interface ExhibitorFrameData {
  fairId: string
  slug: string
  name: LocalText
  exhibitors: readonly { id: string; name: string }[]
  acting: { id: string; name: string } | null
  published: boolean
  organiser: boolean
}

export type ExhibitorSection = 'claim' | 'myBooth' | 'profile'

export interface ExhibitorFrameProps {
  frame: ExhibitorFrameData
  /** Null: signing up, before there is anything to go to. */
  section: ExhibitorSection | null
  title: string
  narrow?: boolean
  wide?: boolean
  children: ReactNode
}

/** Around the pages for exhibitors: where one is, for whom one acts, and the way to the other two pages. */
export function ExhibitorFrame({ frame, section, title, narrow = false, wide = false, children }: ExhibitorFrameProps) {
  const { t } = useTranslation(['claims', 'common'])
  const format = useFormat()
  const lang = useLang()
  const paths = visitPaths(lang, frame.slug)
  const own = exhibitorPaths(lang, frame.slug, frame.exhibitors.length > 1 ? frame.acting?.id : undefined)
  const sections: Record<ExhibitorSection, string> = { claim: own.claim, myBooth: own.myBooth, profile: own.profile }
  const crumbs = [
    { name: t('common:fairs'), href: paths.fairs },
    frame.published || frame.organiser || frame.acting
      ? { name: format.text(frame.name), href: paths.fair }
      : { name: format.text(frame.name) },
    { name: title },
  ]
  return (
    <PageShell
      narrow={narrow}
      wide={wide}
      nav={
        <div className="fair-frame">
          <Breadcrumb crumbs={crumbs} />
          {frame.acting && (
            <nav className="subnav" aria-label={t('claims:myBooth.nav.label')}>
              <ul>
                {(Object.keys(sections) as ExhibitorSection[]).map((key) => (
                  <li key={key}>
                    <a href={sections[key]} aria-current={key === section ? 'page' : undefined}>
                      {t(`claims:myBooth.nav.${key}`)}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {frame.acting && frame.exhibitors.length > 1 && (
            <ActingSwitch exhibitors={frame.exhibitors} acting={frame.acting.id} />
          )}
        </div>
      }
    >
      {children}
    </PageShell>
  )
}

function ActingSwitch({ exhibitors, acting }: { exhibitors: ExhibitorFrameData['exhibitors']; acting: string }) {
  const { t } = useTranslation('claims')
  const [search] = useSearchParams()
  return (
    <Form method="get" className="acting" reloadDocument>
      {search.get('view') && <input type="hidden" name="view" value={search.get('view') ?? ''} />}
      <label className="acting__label">
        <span>{t('myBooth.switch.label')}</span>
        <select name="as" className="input" defaultValue={acting}>
          {exhibitors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button button--small">
        {t('myBooth.switch.show')}
      </button>
    </Form>
  )
}
