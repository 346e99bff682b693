import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Box, Point } from '#shared/geometry/types'
import type { FieldProblem } from '#shared/kernel/errors'
import { Field } from '~/components/Field'
import { type HallDrawing, hallView } from '~/lib/planView/hallDrawing'
import { useLang } from '~/lib/useLang'
import { MarkedPlan } from './MarkedPlan'
import type { PlanMark } from './planMarks'
import { boxBetween, boxOfTyped, isEmptyBox, REGION_FIELDS, type TypedRegion, typedRegion } from './region'

export interface RegionPickerProps {
  hall: HallDrawing
  label: string
  marks: readonly PlanMark[]
  typed: TypedRegion
  problems: readonly FieldProblem[]
  /** A rectangle has been drawn, and stands in the fields. */
  onDrawn: () => void
}

/** A rectangle of the plan: four fields, and the same drawn on the plan by mouse, pen or, once asked for, finger. */
export function RegionPicker({ hall, label, marks, typed, problems, onDrawn }: RegionPickerProps) {
  const { t } = useTranslation('history')
  const lang = useLang()
  const [fields, setFields] = useState(typed)
  const [corner, setCorner] = useState<Point | null>(null)
  const [drawn, setDrawn] = useState<Box | null>(null)
  // A finger scrolls the page unless its owner has said that it draws.
  const [byFinger, setByFinger] = useState(false)
  const [byHand, setByHand] = useState<'mouse' | 'finger' | null>(null)
  useEffect(() => setByHand(navigator.maxTouchPoints > 0 ? 'finger' : 'mouse'), [])
  useEffect(() => setFields(typed), [typed])
  const over = useRef<SVGSVGElement>(null)
  const view = hallView(hall)
  const box = drawn ?? boxOfTyped(fields)

  const pointOf = ({ clientX, clientY }: PointerEvent): Point | null => {
    const matrix = over.current?.getScreenCTM()?.inverse()
    if (!matrix) return null
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix)
    return [x, y]
  }
  const stop = () => {
    setCorner(null)
    setDrawn(null)
  }
  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0 || !event.isPrimary || (event.pointerType === 'touch' && !byFinger)) return
    const point = pointOf(event)
    if (!point) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    setCorner(point)
  }
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const point = corner && pointOf(event)
    if (corner && point) setDrawn(boxBetween(corner, point, view))
  }
  const onPointerUp = () => {
    stop()
    if (!drawn || isEmptyBox(drawn)) return
    setFields(typedRegion(drawn, lang))
    setByFinger(false)
    // The fields have their new text with the next render; the form is read after it.
    requestAnimationFrame(onDrawn)
  }
  useEffect(() => {
    if (!corner) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setCorner(null)
      setDrawn(null)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [corner])

  return (
    <div className="region-picker">
      <fieldset className="region-picker__fields">
        <legend>{t('region.legend')}</legend>
        <p className="field__hint">{t(byHand ? 'region.hintDraw' : 'region.hint')}</p>
        <div className="region-picker__row">
          {REGION_FIELDS.map((name) => (
            <Field
              key={name}
              name={name}
              label={t(`region.${name}`)}
              inputMode="decimal"
              autoComplete="off"
              maxLength={12}
              value={fields[name]}
              onChange={(event) => setFields({ ...fields, [name]: event.target.value })}
              problems={problems}
            />
          ))}
        </div>
      </fieldset>
      {byHand === 'finger' && (
        <button
          type="button"
          className="button button--small region-picker__finger"
          aria-pressed={byFinger}
          onClick={() => setByFinger(!byFinger)}
        >
          {t('region.byFinger')}
        </button>
      )}
      <MarkedPlan hall={hall} label={label} marks={marks}>
        <svg
          ref={over}
          className={`region-picker__over ${byFinger || corner ? 'is-drawing' : ''}`}
          viewBox={`${view.minX} ${view.minY} ${view.maxX - view.minX} ${view.maxY - view.minY}`}
          aria-hidden="true"
          data-region={byHand ?? undefined}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={stop}
        >
          {box && (
            <>
              <path className="region-picker__outside" fillRule="evenodd" d={`${rectPath(view)}${rectPath(box)}`} />
              <path className="region-picker__box" d={rectPath(box)} />
            </>
          )}
        </svg>
      </MarkedPlan>
    </div>
  )
}

const rectPath = ({ minX, minY, maxX, maxY }: Box): string => `M${minX} ${minY}H${maxX}V${maxY}H${minX}Z`
