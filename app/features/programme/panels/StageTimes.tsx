import { useTranslation } from 'react-i18next'
import type { Span } from '#shared/document/schedule'
import { type AvailabilityRow, readRows, rowsOf } from '#shared/people/availability'
import { Icon } from '~/features/editor/parts/Icon'
import { IconButton } from '~/features/editor/parts/IconButton'
import { useFacts, useTimetable } from '../useProgramme'
import { Choice } from './parts/Choice'
import { TimeField } from './parts/TimeFields'
import { useDayOptions } from './useNames'

interface StageTimesProps {
  /** null: whenever the fair is open. */
  value: readonly Span[] | null
  disabled: boolean
  onChange: (value: readonly Span[] | null) => boolean
}

/** When a stage can be used: rows on the clock of the fair. Rows that touch become one. */
export function StageTimes({ value, disabled, onChange }: StageTimesProps) {
  const { t } = useTranslation('talks')
  const { timeZone, openSpans } = useFacts()
  const days = useTimetable((state) => state.days)
  const options = useDayOptions()
  const rows = rowsOf(value ?? [], timeZone)
  const write = (next: readonly AvailabilityRow[]): boolean => {
    const { spans, problems } = readRows(next, timeZone)
    return problems.length === 0 && onChange(spans)
  }
  const change = (index: number, part: Partial<AvailabilityRow>): boolean =>
    write(rows.map((row, at) => (at === index ? { ...row, ...part } : row)))
  const add = () => {
    const used = new Set(rows.map(({ day }) => day))
    const day = (days.find((one) => !used.has(one.day)) ?? days[0])?.day
    if (day !== undefined) write([...rows, { day, from: '10:00', until: '18:00' }])
  }
  return (
    <fieldset className="stage-times" disabled={disabled}>
      <legend>{t('stage.availability')}</legend>
      {(['always', 'ranges'] as const).map((choice) => (
        <label key={choice} className="small-check">
          <input
            type="radio"
            name="stage-times"
            checked={(value === null) === (choice === 'always')}
            onChange={() => onChange(choice === 'always' ? null : openSpans)}
          />
          <span>{t(`stage.${choice}`)}</span>
        </label>
      ))}
      {value !== null && (
        <>
          {rows.map((row, index) => (
            <div key={`${row.day} ${row.from}`} className="slot-row">
              <Choice
                label={t('stage.day')}
                value={row.day}
                options={
                  options.some(({ value: day }) => day === row.day)
                    ? options
                    : [{ value: row.day, label: row.day }, ...options]
                }
                onChange={(day) => change(index, { day })}
              />
              <TimeField label={t('stage.from')} time={row.from} onTime={(from) => change(index, { from })} />
              <TimeField label={t('stage.until')} time={row.until} onTime={(until) => change(index, { until })} />
              <span className="slot-row__actions">
                <IconButton
                  icon="close"
                  side="left"
                  label={t('stage.remove', { number: index + 1 })}
                  onClick={() => write(rows.filter((_, at) => at !== index))}
                />
              </span>
            </div>
          ))}
          <button type="button" className="text-button slots__add" onClick={add}>
            <Icon name="plus" /> {t('stage.add')}
          </button>
        </>
      )}
    </fieldset>
  )
}
