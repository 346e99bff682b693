import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLang } from '~/lib/useLang'

export const ORGANISER_SECTIONS = [
  'overview',
  'plan',
  'programme',
  'exhibitors',
  'people',
  'proposals',
  'claims',
  'release',
  'history',
  'team',
  'settings',
] as const
export type OrganiserSection = (typeof ORGANISER_SECTIONS)[number]

export interface OrganiserNavProps {
  fairId: string
  /** Null on pages that belong to no section. */
  current: OrganiserSection | null
  /** Claims that wait for an answer, said beside that section. */
  openClaims?: number
}

/** The sections of one fair, on every page of its organisers. */
export function OrganiserNav({ fairId, current, openClaims = 0 }: OrganiserNavProps) {
  const { t } = useTranslation('fairs')
  const lang = useLang()
  const here = useRef<HTMLAnchorElement>(null)
  // On a phone the line is longer than the screen: what one is looking at must not be outside of it.
  useEffect(() => {
    const link = here.current
    const line = link?.closest('nav')
    if (link && line && link.offsetLeft + link.offsetWidth > line.clientWidth) line.scrollLeft = link.offsetLeft - 16
  }, [])
  return (
    <nav className="subnav" aria-label={t('nav.label')}>
      <ul>
        {ORGANISER_SECTIONS.map((section) => (
          <li key={section}>
            <a
              ref={section === current ? here : undefined}
              href={organisePath(lang, fairId, section)}
              aria-current={section === current ? 'page' : undefined}
            >
              {t(`nav.${section}`)}
              {section === 'claims' && openClaims > 0 && (
                <span className="badge badge--warn">
                  <span aria-hidden="true">{openClaims}</span>
                  <span className="visually-hidden">{t('list.claims', { count: openClaims })}</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function organisePath(lang: string, fairId: string, section: OrganiserSection): string {
  const fair = `/${lang}/organise/${fairId}`
  return section === 'overview' ? fair : `${fair}/${section}`
}
