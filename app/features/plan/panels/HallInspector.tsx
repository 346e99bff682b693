import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { areaOf, sizeOf } from '#shared/document/plan'
import type { Hall } from '#shared/document/records'
import { polygonArea } from '#shared/geometry/place'
import { squareMetres } from '#shared/kernel/units'
import { editHall } from '#shared/plan/ops/editHall'
import { LocalTextFields } from '~/features/editor/parts/LocalTextFields'
import { usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { MetresField } from '../parts/MetresField'
import { useEdits } from '../useEdits'
import { useReadOnly, useSession } from '../useSession'
import { RemoveHallDialog } from './RemoveHallDialog'

const MIN_HALL_MM = 1000

/** A hall whose outline is not a rectangle along the axes keeps its shape: its width and depth are only shown. */
const isRectangle = ({ outline }: Hall) =>
  outline.length === 4 && polygonArea(outline) === sizeOf({ outline }).widthMm * sizeOf({ outline }).depthMm

export function HallInspector({ hall }: { hall: Hall }) {
  const { t } = useTranslation('editor')
  const { number } = useFormat()
  const { store } = useSession()
  const { booths } = usePlan()
  const { run } = useEdits()
  const disabled = useReadOnly()
  const [removing, setRemoving] = useState(false)
  const { widthMm, depthMm } = sizeOf({ outline: hall.outline })
  const fixed = disabled || !isRectangle(hall)
  const resize = (outline: { widthMm: number; depthMm: number }) => run(editHall(store.plan, { id: hall.id, outline }))

  const inHall = useMemo(
    () => [...booths.values()].filter((booth) => booth.hallId === hall.id && !booth.removed),
    [booths, hall.id],
  )
  const boothArea = inHall.reduce((sum, booth) => sum + areaOf(booth), 0)
  const area = (mm2: number) => t('squareMetres', { area: number(squareMetres(mm2)) })

  return (
    <div className="inspector">
      <LocalTextFields
        value={hall.name}
        disabled={disabled}
        onChange={(name) => run(editHall(store.plan, { id: hall.id, name }))}
      />
      <div className="field-grid">
        <MetresField
          label={t('inspector.width')}
          value={widthMm}
          min={MIN_HALL_MM}
          step={1000}
          disabled={fixed}
          onChange={(mm) => resize({ widthMm: mm, depthMm })}
        />
        <MetresField
          label={t('inspector.depth')}
          value={depthMm}
          min={MIN_HALL_MM}
          step={1000}
          disabled={fixed}
          onChange={(mm) => resize({ widthMm, depthMm: mm })}
        />
      </div>
      <dl className="inspector__facts">
        <div>
          <dt>{t('inspector.hallArea')}</dt>
          <dd>{area(polygonArea(hall.outline))}</dd>
        </div>
        <div>
          <dt>{t('inspector.boothCount')}</dt>
          <dd>{number(inHall.length)}</dd>
        </div>
        <div>
          <dt>{t('inspector.boothArea')}</dt>
          <dd>{area(boothArea)}</dd>
        </div>
      </dl>
      {!disabled && (
        <button type="button" className="text-button text-button--danger" onClick={() => setRemoving(true)}>
          {t('halls.remove')}
        </button>
      )}
      {removing && <RemoveHallDialog hall={hall} onClose={() => setRemoving(false)} />}
    </div>
  )
}
