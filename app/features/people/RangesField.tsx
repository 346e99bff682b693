import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#shared/kernel/errors'
import type { AvailabilityRow } from '#shared/people/availability'
import { Field } from '~/components/Field'
import { MAX_RANGES, type PersonDraft } from './personForm'

interface Row extends AvailabilityRow {
  key: number
}

export interface RangesFieldProps {
  draft: Pick<PersonDraft, 'when' | 'availability'>
  /** Days of the fair: what a new row starts with. */
  firstDay: string
  timeZone: string
  problems: readonly FieldProblem[]
}

/** When somebody can come. Rows are changed here, or, without JavaScript, by a round trip of the form. */
export function RangesField({ draft, firstDay, timeZone, problems }: RangesFieldProps) {
  const { t } = useTranslation('people')
  const empty: AvailabilityRow = { day: firstDay, from: '', until: '' }
  const given = draft.availability.length > 0 ? draft.availability : [empty]
  const nextKey = useRef(MAX_RANGES)
  const [rows, setRows] = useState<Row[]>(() => given.map((row, key) => ({ key, ...row, day: row.day || firstDay })))
  const toFocus = useRef<number | null>(null)
  const list = useRef<HTMLFieldSetElement>(null)

  useEffect(() => {
    if (toFocus.current === null) return
    list.current?.querySelector<HTMLInputElement>(`[data-row="${toFocus.current}"] input`)?.focus()
    toFocus.current = null
  })

  const addRow = () => {
    toFocus.current = nextKey.current++
    setRows([...rows, { ...empty, key: toFocus.current }])
  }
  const removeRow = (key: number) => {
    const index = rows.findIndex((row) => row.key === key)
    toFocus.current = (rows[index + 1] ?? rows[index - 1])?.key ?? null
    setRows(rows.filter((row) => row.key !== key))
  }
  /** Rows share their fields' names; their remarks come by path. */
  const remarks = (index: number, part: string, name: string): FieldProblem[] =>
    problems
      .filter((problem) => problem.path === `availability.${index}.${part}`)
      .map((problem) => ({ ...problem, path: name }))

  return (
    <fieldset className="stack ranges" ref={list}>
      <legend>{t('availability.title')}</legend>
      <div>
        {(['open', 'ranges'] as const).map((choice) => (
          <label className="check" key={choice}>
            <input type="radio" name="when" value={choice} defaultChecked={draft.when === choice} />
            <span>{t(`availability.${choice}`)}</span>
          </label>
        ))}
      </div>
      <div className="stack ranges__rows">
        <p className="field__hint">{t('availability.hint', { timeZone })}</p>
        {rows.map((row, index) => (
          <div className="range-row" key={row.key} data-row={row.key}>
            <Field
              name="availableDay"
              type="date"
              label={t('availability.day', { number: index + 1 })}
              defaultValue={row.day}
              problems={remarks(index, 'day', 'availableDay')}
            />
            <Field
              name="availableFrom"
              type="time"
              label={t('availability.from')}
              defaultValue={row.from}
              problems={remarks(index, 'from', 'availableFrom')}
            />
            <Field
              name="availableUntil"
              type="time"
              label={t('availability.until')}
              defaultValue={row.until}
              problems={remarks(index, 'until', 'availableUntil')}
            />
            <button
              type="submit"
              className="button button--quiet range-row__remove"
              name="rows"
              value={`range-remove-${index}`}
              formNoValidate
              onClick={(event) => {
                event.preventDefault()
                removeRow(row.key)
              }}
            >
              {t('availability.remove')}
              <span className="visually-hidden"> {index + 1}</span>
            </button>
          </div>
        ))}
        {rows.length < MAX_RANGES && (
          <p>
            <button
              type="submit"
              className="button button--small"
              name="rows"
              value="range-add"
              formNoValidate
              onClick={(event) => {
                event.preventDefault()
                addRow()
              }}
            >
              {t('availability.add')}
            </button>
          </p>
        )}
      </div>
    </fieldset>
  )
}
