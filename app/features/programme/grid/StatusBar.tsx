import { useTranslation } from 'react-i18next'
import { Icon } from '~/features/editor/parts/Icon'
import { useFormat } from '~/lib/format'
import { FIRST_ZOOM } from '~/timetable/view/geometry'
import { useConflicts, useTimetable } from '../useProgramme'
import { CommandButton } from './CommandButton'
import { useLayoutPart } from './useLayout'

interface StatusBarProps {
  panes: { shelf: boolean; side: boolean }
  onPane: (pane: 'shelf' | 'side') => void
  onConflicts: () => void
}

/** The panes, how much there is, what is wrong with it, and the scale. */
export function StatusBar({ panes, onPane, onConflicts }: StatusBarProps) {
  const { t } = useTranslation('timetable')
  const view = useTimetable((state) => state.view)
  const selected = useTimetable((state) => state.selection.size)
  const count = useLayoutPart((layout) => layout.blocks.size)
  return (
    <footer className="tt-status">
      {view === 'grid' && (
        <button type="button" className="tt-status__pane" aria-expanded={panes.shelf} onClick={() => onPane('shelf')}>
          <Icon name="tray" />
          <span>{t('shelf.title')}</span>
        </button>
      )}
      <span className="tt-status__text">
        {t('status.scheduled', { count })}
        {selected > 0 && <span className="tt-status__faint">, {t('status.selected', { count: selected })}</span>}
      </span>
      <ConflictCount onClick={onConflicts} />
      {view === 'grid' && <Zoom />}
      <button type="button" className="tt-status__pane" aria-expanded={panes.side} onClick={() => onPane('side')}>
        <Icon name="panel" />
        <span>{t('side.open')}</span>
      </button>
    </footer>
  )
}

function ConflictCount({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('timetable')
  const conflicts = useConflicts()
  const errors = conflicts.filter(({ severity }) => severity === 'error').length
  const warnings = conflicts.length - errors
  return (
    <button type="button" className="tt-status__conflicts" onClick={onClick}>
      {errors > 0 && (
        <span className="tt-status__errors">
          <Icon name="problem" /> <Count count={errors} words={t('status.conflicts', { count: errors })} />
        </span>
      )}
      {warnings > 0 && (
        <span className="tt-status__warnings">
          <Icon name="problem" /> <Count count={warnings} words={t('status.warnings', { count: warnings })} />
        </span>
      )}
      {conflicts.length === 0 && (
        <span className="tt-status__good">
          <Icon name="check" /> {t('status.none')}
        </span>
      )}
    </button>
  )
}

/** On a phone the figure alone is seen. */
function Count({ count, words }: { count: number; words: string }) {
  return (
    <>
      <span className="tt-status__figure" aria-hidden="true">
        {count}
      </span>
      <span className="tt-status__words">{words}</span>
    </>
  )
}

function Zoom() {
  const { t } = useTranslation('timetable')
  const { number } = useFormat()
  const zoom = useTimetable((state) => state.zoom)
  const wholeDay = useTimetable((state) => state.wholeDay)
  return (
    <fieldset className="tt-status__zoom" aria-label={t('zoom')}>
      <CommandButton command="wholeDay" icon="clock" side="above" pressed={wholeDay} />
      <CommandButton command="zoomOut" icon="minus" side="above" />
      <span className="tt-status__scale">{number(Math.round((zoom / FIRST_ZOOM) * 100))} %</span>
      <CommandButton command="zoomIn" icon="plus" side="above" />
      <CommandButton command="zoomFit" icon="fit" side="above" />
    </fieldset>
  )
}
