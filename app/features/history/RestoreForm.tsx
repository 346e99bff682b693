import { Form, useSubmit } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#shared/kernel/errors'
import { Select } from '~/components/Field'
import { useFormat } from '~/lib/format'
import { RegionPicker } from './RegionPicker'
import type { TypedRegion } from './region'
import { SCOPE_KINDS, type ScopeKind } from './scopeKinds'
import type { HallChoice, ShownHall } from './types'

export interface RestoreFormProps {
  position: number
  kind: ScopeKind
  halls: readonly HallChoice[]
  /** The hall that the rectangle is drawn on; null where there is none. */
  hall: ShownHall | null
  region: TypedRegion
  days: readonly string[]
  day: string | null
  problems: readonly FieldProblem[]
}

/** How much of the moment is brought back. Sent to look only: nothing changes by it. */
export function RestoreForm({ position, kind, halls, hall, region, days, day, problems }: RestoreFormProps) {
  const { t } = useTranslation('history')
  const format = useFormat()
  const submit = useSubmit()
  const form = useRef<HTMLFormElement>(null)
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  const look = () => submit(form.current, { preventScrollReset: true, replace: true })
  // The four fields are sent when they are complete: by the button, or once a rectangle is drawn.
  const lookAnew = () => {
    const data = new FormData(form.current ?? undefined)
    for (const field of ['x', 'y', 'w', 'd']) data.delete(field)
    submit(data, { method: 'get', preventScrollReset: true, replace: true })
  }
  return (
    <Form ref={form} method="get" className="stack restore-form" preventScrollReset>
      <input type="hidden" name="at" value={position} />
      <fieldset className="restore-form__scopes">
        <legend>{t('restore.scope')}</legend>
        {SCOPE_KINDS.map((one) => (
          <label key={one} className="check check--explained restore-form__scope">
            <input type="radio" name="scope" value={one} defaultChecked={one === kind} onChange={lookAnew} />
            <span>
              {t(`restore.${one}`)}
              <span className="check__hint">{t(`restore.${one}Hint`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {kind === 'region' && hall && (
        <>
          {halls.length === 1 ? (
            <input type="hidden" name="hall" value={hall.drawing.id} />
          ) : (
            <Select name="hall" label={t('restore.hall')} defaultValue={hall.drawing.id} onChange={lookAnew}>
              {halls.map(({ id, name }) => (
                <option key={id} value={id}>
                  {format.text(name)}
                </option>
              ))}
            </Select>
          )}
          <RegionPicker
            key={hall.drawing.id}
            hall={hall.drawing}
            marks={hall.marks}
            label={t('region.planOf', { hall: format.text(hall.drawing.name) })}
            typed={region}
            problems={problems}
            onDrawn={look}
          />
        </>
      )}
      {kind === 'region' && !hall && <p>{t('moment.noHalls')}</p>}
      {kind === 'day' &&
        (days.length > 0 ? (
          <Select name="day" label={t('restore.dayField')} defaultValue={day ?? ''} onChange={look}>
            {days.map((one) => (
              <option key={one} value={one}>
                {format.day(one)}
              </option>
            ))}
          </Select>
        ) : (
          <p>{t('moment.noTalks')}</p>
        ))}
      {(!ready || kind === 'region') && (
        <p>
          <button type="submit" className="button">
            {t('restore.show')}
          </button>
        </p>
      )}
    </Form>
  )
}
