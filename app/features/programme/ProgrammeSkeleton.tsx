import { useTranslation } from 'react-i18next'
import type { LocalText } from '#shared/kernel/language'
import { Icon } from '~/features/editor/parts/Icon'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'

/** Grey blocks as a programme has them: column, from and length in hundredths of the window. */
const BLOCKS = [
  [0, 8, 14],
  [0, 26, 22],
  [0, 56, 12],
  [1, 4, 20],
  [1, 34, 10],
  [1, 50, 24],
  [2, 12, 16],
  [2, 38, 16],
  [2, 64, 14],
  [3, 6, 10],
  [3, 22, 30],
] as const

/** The programme's editor before it knows what to show: bars and blocks in grey, where the real ones will be. */
export function ProgrammeSkeleton({ fairName, fairId }: { fairName: LocalText; fairId: string }) {
  const { t } = useTranslation(['timetable', 'editor'])
  const { text } = useFormat()
  const overview = `/${useLang()}/organise/${fairId}`
  return (
    <div className="editor editor--loading timetable" data-shelf="open" data-side="open" aria-busy="true">
      <header className="tt-top">
        <a className="tool-button" href={overview} aria-label={t('editor:toOverview')}>
          <Icon name="back" />
        </a>
        <h1 className="top-bar__fair">{text(fairName)}</h1>
        <span className="skeleton skeleton--wide" />
      </header>
      <div className="tt-bar" aria-hidden="true">
        <span className="skeleton skeleton--wide" />
        <span className="skeleton skeleton--wide" />
      </div>
      <div className="tt-shelf tt-skeleton" aria-hidden="true">
        {Array.from({ length: 7 }, (_, n) => n).map((n) => (
          <span key={n} className="skeleton" />
        ))}
      </div>
      <main id="content" className="tt-main">
        <p className="visually-hidden" role="status">
          {t('timetable:opening')}
        </p>
        <div className="tt-skeleton-grid" aria-hidden="true">
          {BLOCKS.map(([column, top, height]) => (
            <span
              key={`${column} ${top}`}
              className="skeleton"
              style={{ left: `${column * 25 + 1}%`, top: `${top}%`, height: `${height}%` }}
            />
          ))}
        </div>
      </main>
      <div className="tt-side tt-skeleton" aria-hidden="true">
        {Array.from({ length: 9 }, (_, n) => n).map((n) => (
          <span key={n} className="skeleton" />
        ))}
      </div>
      <footer className="tt-status" />
    </div>
  )
}
