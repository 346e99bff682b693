import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { TALK_STATES } from '#shared/document/talkRecord'
import type { StageId } from '#shared/kernel/ids'
import { DEFAULT_MINUTES } from '#shared/programme/limits'
import { CommitField } from '~/features/editor/parts/CommitField'
import { Icon } from '~/features/editor/parts/Icon'
import { IconButton } from '~/features/editor/parts/IconButton'
import { useLang } from '~/lib/useLang'
import { dayHolding } from '~/timetable/view/days'
import { useFacts, useProgramme, useReadOnly, useTimetable } from '../useProgramme'
import { shownLanguage, withText } from './localTexts'
import { Choice } from './parts/Choice'
import { MinutesField, TimeField } from './parts/TimeFields'
import { TALK_COLUMNS, type TalkColumn, type TalkRow } from './talkRows'
import { startOn, timeOf } from './times'
import { useDayOptions, useStageOptions } from './useNames'
import { useTalkEdits } from './useTalkEdits'

interface TalkListRowProps {
  row: TalkRow
  index: number
  picked: boolean
  onPick: (index: number, range: boolean) => void
}

const NONE = ''

export const TalkListRow = memo(function TalkListRow({ row, index, picked, onPick }: TalkListRowProps) {
  const { t } = useTranslation('talks')
  const lang = useLang()
  const { timetable } = useProgramme()
  const { setFields, place, unplace } = useTalkEdits()
  const { timeZone, openSpans } = useFacts()
  const disabled = useReadOnly()
  const days = useTimetable((state) => state.days)
  const dayOptions = useDayOptions()
  const stageOptions = useStageOptions()
  const { ref, talk, slot, title } = row
  const labelled = (column: TalkColumn) => t('list.cell', { title, column: t(`list.columns.${column}`) })
  const day = slot ? dayHolding(days, slot.start) : undefined

  /** A talk gets its first time with a stage: on the day shown, when the fair opens. */
  const toStage = (stageId: string) => {
    if (stageId === NONE) return unplace(ref)
    if (slot) return place(ref, { ...slot, stageId: stageId as StageId })
    const shown = days.find((one) => one.day === timetable.state.day) ?? days[0]
    if (!shown) return false
    const opens = openSpans.find(([from, until]) => from < shown.until && until > shown.from)?.[0]
    const start = Math.max(opens ?? startOn(shown, '10:00', timeZone), shown.from)
    return place(ref, { stageId: stageId as StageId, start, end: start + DEFAULT_MINUTES[talk.kind] })
  }
  const moveTo = (start: number) =>
    slot !== null && place(ref, { stageId: slot.stageId, start, end: start + slot.end - slot.start })

  const cell = (column: TalkColumn) => {
    switch (column) {
      case 'title':
        return (
          <CommitField
            bare
            label={labelled(column)}
            text={title}
            maxLength={300}
            disabled={disabled}
            onCommit={(text) => {
              const next = withText(talk.title, shownLanguage(talk.title, lang), text)
              return next !== null && setFields(talk.id, { title: next })
            }}
          />
        )
      case 'state':
        return (
          <Choice
            bare
            label={labelled(column)}
            value={talk.state}
            options={TALK_STATES.map((state) => ({ value: state, label: t(`states.${state}`) }))}
            disabled={disabled}
            onChange={(state) => setFields(talk.id, { state })}
          />
        )
      case 'stage':
        return (
          <Choice
            bare
            label={labelled(column)}
            value={slot?.stageId ?? NONE}
            options={[{ value: NONE, label: '–' }, ...stageOptions]}
            disabled={disabled || (stageOptions.length === 0 && !slot)}
            onChange={toStage}
          />
        )
      case 'day':
        return (
          slot && (
            <Choice
              bare
              label={labelled(column)}
              value={day?.day}
              options={dayOptions}
              disabled={disabled}
              onChange={(next) => {
                const on = days.find((one) => one.day === next)
                if (on) moveTo(startOn(on, timeOf(slot.start, timeZone), timeZone))
              }}
            />
          )
        )
      case 'start':
        return (
          slot && (
            <TimeField
              bare
              label={labelled(column)}
              time={timeOf(slot.start, timeZone)}
              disabled={disabled}
              onTime={(time) => day !== undefined && moveTo(startOn(day, time, timeZone))}
            />
          )
        )
      case 'minutes':
        return (
          slot && (
            <MinutesField
              bare
              label={labelled(column)}
              minutes={slot.end - slot.start}
              disabled={disabled}
              onMinutes={(minutes) => place(ref, { ...slot, end: slot.start + minutes })}
            />
          )
        )
      case 'kind':
        return <span className="sheet__text">{t(`kinds.${talk.kind}`)}</span>
      case 'speakers':
      case 'sector':
        return (
          <span className="sheet__text" title={row[column]}>
            {row[column]}
          </span>
        )
      case 'conflicts':
        return (
          row.worst && (
            <span className={`talk-table__problem talk-table__problem--${row.worst}`}>
              <Icon name="problem" /> {t('list.conflictCount', { count: row.conflicts })}
            </span>
          )
        )
    }
  }

  return (
    <tr data-index={index} aria-rowindex={index + 2} className={picked ? 'sheet__row--picked' : undefined}>
      <td className="sheet__pick" data-column="pick">
        <input
          type="checkbox"
          aria-label={t('list.pick', { title })}
          checked={picked}
          onChange={(event) => onPick(index, (event.nativeEvent as MouseEvent).shiftKey === true)}
        />
      </td>
      {TALK_COLUMNS.map((column) => (
        <td key={column} className={`talk-table__${column}`} data-column={column}>
          {cell(column)}
        </td>
      ))}
      <td className="sheet__go" data-column="go">
        <IconButton
          icon="jump"
          side="left"
          label={t('list.show', { title })}
          onClick={() => {
            timetable.setView('grid')
            timetable.reveal(ref)
          }}
        />
      </td>
    </tr>
  )
})
