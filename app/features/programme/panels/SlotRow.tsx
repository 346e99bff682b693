import { useTranslation } from 'react-i18next'
import type { StageId } from '#shared/kernel/ids'
import type { SlotRef, TalkSlot } from '#shared/programme/slots'
import { IconButton } from '~/features/editor/parts/IconButton'
import { dayHolding } from '~/timetable/view/days'
import { useFacts, useProgramme, useReadOnly, useTimetable } from '../useProgramme'
import { Choice } from './parts/Choice'
import { MinutesField, TimeField } from './parts/TimeFields'
import { startOn, timeOf } from './times'
import { useDayOptions, useStageOptions } from './useNames'
import { useTalkEdits } from './useTalkEdits'

interface SlotRowProps {
  slotRef: SlotRef
  slot: TalkSlot
  /** Which of several it is; null: the only one. */
  number: number | null
}

/** One time of a talk: stage, day, start, length. */
export function SlotRow({ slotRef: ref, slot, number }: SlotRowProps) {
  const { t } = useTranslation('talks')
  const { timetable } = useProgramme()
  const { place, unplace } = useTalkEdits()
  const { timeZone } = useFacts()
  const disabled = useReadOnly()
  const stages = useStageOptions()
  const days = useDayOptions()
  const all = useTimetable((state) => state.days)
  const day = dayHolding(all, slot.start)
  const length = slot.end - slot.start
  const move = (start: number, stageId = slot.stageId) => place(ref, { stageId, start, end: start + length })
  const isGone = !stages.some(({ value }) => value === slot.stageId)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset within a fieldset would need a legend that is seen
    <div className="slot-row" role="group" aria-label={t('slots.number', { number: number ?? 1 })}>
      <Choice
        label={t('slots.stage')}
        value={slot.stageId as string}
        options={isGone ? [{ value: slot.stageId, label: t('slots.goneStage') }, ...stages] : stages}
        disabled={disabled}
        onChange={(stageId) => move(slot.start, stageId as StageId)}
      />
      <Choice
        label={t('slots.day')}
        value={day?.day}
        options={days}
        disabled={disabled}
        onChange={(next) => {
          const on = all.find((one) => one.day === next)
          if (on) move(startOn(on, timeOf(slot.start, timeZone), timeZone))
        }}
      />
      <TimeField
        label={t('slots.start')}
        time={timeOf(slot.start, timeZone)}
        disabled={disabled}
        onTime={(time) => day !== undefined && move(startOn(day, time, timeZone))}
        onShift={(minutes) => move(slot.start + minutes)}
      />
      <MinutesField
        label={t('slots.minutes')}
        minutes={length}
        disabled={disabled}
        onMinutes={(minutes) => place(ref, { ...slot, end: slot.start + minutes })}
      />
      <span className="slot-row__actions">
        <IconButton icon="jump" side="left" label={t('slots.show')} onClick={() => timetable.reveal(ref)} />
        <IconButton
          icon="close"
          side="left"
          label={t('slots.remove')}
          disabled={disabled}
          onClick={() => unplace(ref)}
        />
      </span>
    </div>
  )
}
