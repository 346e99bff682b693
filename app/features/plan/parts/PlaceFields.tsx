import { useTranslation } from 'react-i18next'
import { sizeOf } from '#shared/document/plan'
import type { Place } from '#shared/geometry/types'
import { normaliseAngle } from '#shared/kernel/units'
import type { ItemKey, PlacedRecord } from '#shared/plan/itemKey'
import { movePlaced } from '#shared/plan/ops/movePlaced'
import { resizePlaced } from '#shared/plan/ops/resizePlaced'
import { boxOf } from '#shared/plan/shapes'
import { CommitField } from '~/features/editor/parts/CommitField'
import { useEdits } from '../useEdits'
import { useReadOnly, useSession } from '../useSession'
import { MetresField } from './MetresField'
import { formatDegrees, parseDegrees } from './measures'

/** 5 degrees. */
const ANGLE_STEP = 500

/** Where a thing is, how large, how turned. Of an outline only the place can be typed. */
export function PlaceFields({ itemKey, record }: { itemKey: ItemKey; record: PlacedRecord }) {
  const { t, i18n } = useTranslation('editor')
  const { store } = useSession()
  const { apply } = useEdits()
  const disabled = useReadOnly()
  const { place } = record
  const { widthMm, depthMm } = sizeOf(record)
  const box = boxOf(record)
  const [x, y] = place ?? [box.minX, box.minY]
  const round = 'round' in record && record.round

  const change = (part: Partial<Record<0 | 1 | 2 | 3 | 4, number>>) => {
    if (place) {
      const next = Object.assign([...place], part) as unknown as Place
      apply(resizePlaced(store.plan, { key: itemKey, place: next }))
    } else {
      apply(movePlaced(store.plan, { keys: [itemKey], dx: (part[0] ?? x) - x, dy: (part[1] ?? y) - y }))
    }
  }

  return (
    <div className="field-grid">
      <MetresField label={t('inspector.x')} value={x} disabled={disabled} onChange={(mm) => change({ 0: mm })} />
      <MetresField label={t('inspector.y')} value={y} disabled={disabled} onChange={(mm) => change({ 1: mm })} />
      <MetresField
        label={round ? t('inspector.diameter') : t('inspector.width')}
        value={widthMm}
        min={1}
        disabled={disabled || !place}
        onChange={(mm) => change({ 2: mm })}
      />
      {!round && (
        <MetresField
          label={t('inspector.depth')}
          value={depthMm}
          min={1}
          disabled={disabled || !place}
          onChange={(mm) => change({ 3: mm })}
        />
      )}
      {place && !round && (
        <CommitField
          label={t('inspector.rotation')}
          unit="°"
          className="small-input--number"
          inputMode="decimal"
          disabled={disabled}
          text={formatDegrees(place[4], i18n.language)}
          onCommit={(text) => {
            const angle = parseDegrees(text)
            if (angle === null) return false
            change({ 4: normaliseAngle(angle) })
            return true
          }}
          onStep={(steps) => change({ 4: normaliseAngle(place[4] + steps * ANGLE_STEP) })}
        />
      )}
    </div>
  )
}
