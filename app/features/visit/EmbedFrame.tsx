import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FrameTarget, NEW_WINDOW } from './frameTarget'

export interface EmbedFrameProps {
  title: string
  /** The same page in full, with its address as people read it. */
  full: { href: string; site: string }
  theme: string | null
  children: ReactNode
}

/** A page within another site's: without header, as high as it needs to be (app/islands/embed.ts tells how high that is). */
export function EmbedFrame({ title, full, theme, children }: EmbedFrameProps) {
  const { t } = useTranslation('programme')
  return (
    <FrameTarget.Provider value={NEW_WINDOW}>
      <main id="content" className="embed" data-embed="" data-theme={theme ?? undefined} tabIndex={-1}>
        <h1 className="visually-hidden">{title}</h1>
        {children}
        <p className="embed__source">
          <a href={full.href} {...NEW_WINDOW}>
            {t('embed.open', { site: full.site })}
          </a>
        </p>
      </main>
    </FrameTarget.Provider>
  )
}
