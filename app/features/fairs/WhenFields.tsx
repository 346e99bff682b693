import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { daysBetween } from '#shared/fairs/openingHours'
import { DEFAULT_TIME_ZONE } from '#shared/fairs/timeZone'
import type { FieldProblem } from '#shared/kernel/errors'
import { Field, Select } from '~/components/Field'
import { useFormat } from '~/lib/format'
import type { Typed } from './fairForm'

export interface WhenFieldsProps {
  typed: Typed
  timeZones: readonly string[]
  problems?: readonly FieldProblem[]
}

/** Days, hours and time zone. Rows for single days follow the dates; before those are known, one pair stands for all days. */
export function WhenFields({ typed, timeZones, problems }: WhenFieldsProps) {
  const { t } = useTranslation('fairs')
  const [startsOn, setStartsOn] = useState(typed.startsOn ?? '')
  const [endsOn, setEndsOn] = useState(typed.endsOn ?? '')
  return (
    <fieldset className="stack">
      <legend>{t('form.when')}</legend>
      <div className="form__row">
        <Field
          name="startsOn"
          type="date"
          label={t('form.startsOn')}
          value={startsOn}
          onChange={(event) => setStartsOn(event.target.value)}
          problems={problems}
          required
        />
        <Field
          name="endsOn"
          type="date"
          label={t('form.endsOn')}
          value={endsOn}
          min={startsOn || undefined}
          onChange={(event) => setEndsOn(event.target.value)}
          problems={problems}
          required
        />
      </div>
      <HoursFields days={daysBetween(startsOn, endsOn)} typed={typed} problems={problems} />
      <Select
        name="timeZone"
        label={t('form.timeZone')}
        defaultValue={typed.timeZone ?? DEFAULT_TIME_ZONE}
        problems={problems}
      >
        {timeZones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </Select>
    </fieldset>
  )
}

/** From this number of days on, rows for each would be a wall. */
const MOST_ROWS = 14

interface HoursFieldsProps {
  days: readonly string[]
  typed: Typed
  problems?: readonly FieldProblem[]
}

function HoursFields({ days, typed, problems }: HoursFieldsProps) {
  const { t } = useTranslation('fairs')
  const format = useFormat()
  const rows = hoursByDay(typed)
  const last = [...rows.values()].at(-1)
  const everyDay = {
    opens: typed['everyDay.opens'] ?? last?.opens ?? '10:00',
    closes: typed['everyDay.closes'] ?? last?.closes ?? '18:00',
  }
  if (days.length === 0 || (days.length > MOST_ROWS && rows.size === 0)) {
    return (
      <fieldset className="stack stack--tight subfields">
        <legend>{t('form.hours')}</legend>
        <p className="field__hint">{t('form.everyDay')}</p>
        <div className="day-hours__pair">
          <Field
            name="everyDay.opens"
            type="time"
            label={t('form.opens')}
            defaultValue={everyDay.opens}
            problems={problems}
          />
          <Field
            name="everyDay.closes"
            type="time"
            label={t('form.closes')}
            defaultValue={everyDay.closes}
            problems={problems}
          />
        </div>
      </fieldset>
    )
  }
  return (
    <fieldset className="stack stack--tight subfields">
      <legend>{t('form.hours')}</legend>
      <p className="field__hint">{t('form.hoursHint')}</p>
      <ul className="plain-list day-hours">
        {days.map((day, row) => {
          const hours = rows.get(day) ?? everyDay
          const name = `openingHours.${row}`
          return (
            <li key={day} className="day-hours__day">
              <input type="hidden" name={`${name}.day`} value={day} />
              <span className="day-hours__name">{format.day(day)}</span>
              <div className="day-hours__pair">
                <Field
                  name={`${name}.opens`}
                  type="time"
                  label={t('form.opens')}
                  aria-label={t('form.opensOn', { day: format.day(day) })}
                  defaultValue={hours.opens}
                  problems={problems}
                />
                <Field
                  name={`${name}.closes`}
                  type="time"
                  label={t('form.closes')}
                  aria-label={t('form.closesOn', { day: format.day(day) })}
                  defaultValue={hours.closes}
                  problems={problems}
                />
              </div>
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}

function hoursByDay(typed: Typed): Map<string, { opens: string; closes: string }> {
  const rows = new Map<string, { opens: string; closes: string }>()
  for (let row = 0; ; row++) {
    const day = typed[`openingHours.${row}.day`]
    if (day === undefined) return rows
    rows.set(day, {
      opens: typed[`openingHours.${row}.opens`] ?? '',
      closes: typed[`openingHours.${row}.closes`] ?? '',
    })
  }
}
