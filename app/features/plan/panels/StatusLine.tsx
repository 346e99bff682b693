import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { MM_PER_METRE } from '#shared/kernel/units'
import { Icon } from '~/features/editor/parts/Icon'
import { usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { CommandButton } from '../parts/CommandButton'
import { useEditorState } from '../useSession'

/** Millimetres of a CSS pixel on paper: 96 to the inch. */
const MM_PER_PX = 25.4 / 96
const BAR_PX = 96

/** The longest of 1, 2, 5, 10, 20 ... metres that fits. */
function scaleBar(scale: number): { mm: number; px: number } {
  const most = BAR_PX / scale
  const power = 10 ** Math.floor(Math.log10(most))
  const mm = ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power
  return { mm, px: mm * scale }
}

/** 1 : 250 and the like, to two figures. */
function drawingScale(scale: number): number {
  const exact = 1 / (scale * MM_PER_PX)
  const power = 10 ** Math.max(0, Math.floor(Math.log10(exact)) - 1)
  return Math.round(exact / power) * power
}

interface StatusLineProps {
  tableOpen: boolean
  onTable: () => void
}

export function StatusLine({ tableOpen, onTable }: StatusLineProps) {
  const { t } = useTranslation('editor')
  return (
    <footer className="status-line float">
      <button
        type="button"
        className="status-line__table"
        aria-expanded={tableOpen}
        aria-controls="booth-table"
        onClick={onTable}
      >
        <Icon name="table" />
        <BoothCount />
      </button>
      <span className="status-line__rule" aria-hidden="true" />
      <CommandButton command="toggleGrid" icon="grid" side="above" toggles />
      <CommandButton command="toggleSnapping" icon="magnet" side="above" toggles />
      <span className="status-line__rule" aria-hidden="true" />
      <ScaleBar />
      <PointerPosition />
      <span className="visually-hidden">{t('statusLine')}</span>
    </footer>
  )
}

export function ZoomBar() {
  const { t } = useTranslation('editor')
  const { number } = useFormat()
  const scale = useEditorState((state) => state.viewport.scale)
  return (
    <fieldset className="zoom-bar float" aria-label={t('zoom.title')}>
      <CommandButton command="zoomOut" icon="minus" side="above" />
      <span className="zoom-bar__scale" title={t('zoom.scale')}>
        1 : {number(drawingScale(scale))}
      </span>
      <CommandButton command="zoomIn" icon="plus" side="above" />
      <CommandButton command="zoomFit" icon="fit" side="above" />
    </fieldset>
  )
}

function BoothCount() {
  const { t } = useTranslation('editor')
  const { booths } = usePlan()
  const hallId = useEditorState((state) => state.hallId)
  const selected = useEditorState((state) => state.selection.size)
  const count = useMemo(() => {
    let sum = 0
    for (const booth of booths.values()) if (booth.hallId === hallId && !booth.removed) sum++
    return sum
  }, [booths, hallId])
  return (
    <span>
      {t('boothCount', { count })}
      {selected > 0 && <span className="status-line__selected">, {t('selectedCount', { count: selected })}</span>}
    </span>
  )
}

function ScaleBar() {
  const { t } = useTranslation('editor')
  const { number } = useFormat()
  const scale = useEditorState((state) => state.viewport.scale)
  const { mm, px } = scaleBar(scale)
  return (
    <span className="scale-bar">
      <span className="scale-bar__line" style={{ width: px }} aria-hidden="true" />
      <span>{t('metres', { value: number(mm / MM_PER_METRE) })}</span>
    </span>
  )
}

/** Centimetres are as fine as a hand points. */
const CENTIMETRE = 10

function PointerPosition() {
  const { t } = useTranslation('editor')
  const { number } = useFormat()
  const x = useEditorState((state) => state.pointer && Math.round(state.pointer[0] / CENTIMETRE))
  const y = useEditorState((state) => state.pointer && Math.round(state.pointer[1] / CENTIMETRE))
  if (x === null || y === null) return null
  const metres = (value: number) => number((value * CENTIMETRE) / MM_PER_METRE)
  return <span className="status-line__position">{t('position', { x: metres(x), y: metres(y) })}</span>
}
