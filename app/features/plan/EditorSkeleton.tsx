import { useTranslation } from 'react-i18next'
import type { LocalText } from '#shared/kernel/language'
import { Icon } from '~/features/editor/parts/Icon'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'

/** The editor before it knows what to show: bars and a plan in grey, where the real ones will be. */
export function EditorSkeleton({ fairName, fairId }: { fairName: LocalText; fairId: string }) {
  const { t } = useTranslation('editor')
  const { text } = useFormat()
  const overview = `/${useLang()}/organise/${fairId}`
  return (
    <div className="editor editor--loading" aria-busy="true">
      <header className="top-bar">
        <div className="top-bar__card float">
          <a className="tool-button" href={overview} aria-label={t('toOverview')}>
            <Icon name="back" />
          </a>
          <h1 className="top-bar__fair">{text(fairName)}</h1>
          <span className="skeleton skeleton--wide" />
        </div>
        <div className="top-bar__card float">
          <span className="skeleton skeleton--wide" />
        </div>
      </header>
      <main id="content" className="editor__main">
        <p className="visually-hidden" role="status">
          {t('opening')}
        </p>
        <div className="skeleton-plan" aria-hidden="true">
          {Array.from({ length: 24 }, (_, n) => n).map((n) => (
            <span key={n} className="skeleton" />
          ))}
        </div>
      </main>
      <div className="tool-bar float" aria-hidden="true">
        {Array.from({ length: 10 }, (_, n) => n).map((n) => (
          <span key={n} className="skeleton skeleton--tool" />
        ))}
      </div>
      <div className="side-sheet float" aria-hidden="true">
        {Array.from({ length: 8 }, (_, n) => n).map((n) => (
          <span key={n} className="skeleton" />
        ))}
      </div>
    </div>
  )
}
