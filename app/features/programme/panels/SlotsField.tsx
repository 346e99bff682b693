import { useTranslation } from 'react-i18next'
import type { Talk } from '#shared/document/records'
import type { StageId } from '#shared/kernel/ids'
import { DEFAULT_MINUTES } from '#shared/programme/limits'
import { slotRef, slotsOf } from '#shared/programme/slots'
import { Icon } from '~/features/editor/parts/Icon'
import { useFacts, useProgramme, useReadOnly } from '../useProgramme'
import { firstGap } from './firstGap'
import { SlotRow } from './SlotRow'
import { useStageOptions } from './useNames'
import { useTalkEdits } from './useTalkEdits'

/** When and where a talk is held, once or several times. */
export function SlotsField({ talk }: { talk: Talk }) {
  const { t } = useTranslation('talks')
  const { store, timetable } = useProgramme()
  const { place, repeat } = useTalkEdits()
  const { openSpans, changeover } = useFacts()
  const disabled = useReadOnly()
  const stages = useStageOptions()
  const slots = slotsOf(talk)
  const last = slots.at(-1)

  const schedule = () => {
    const { days, day } = timetable.state
    const shown = days.find((one) => one.day === day)
    const stageIds = stages.map(({ value }) => value as StageId)
    const wanted = { stageIds, openSpans, changeover, minutes: DEFAULT_MINUTES[talk.kind] }
    const gap = shown && firstGap(store.plan, { ...wanted, from: shown.from, until: shown.until })
    if (gap) place(talk.id, gap)
  }
  return (
    <fieldset className="slots">
      <legend>{t('slots.title')}</legend>
      {slots.length === 0 && <p className="panel__hint">{t(stages.length === 0 ? 'slots.noStage' : 'slots.none')}</p>}
      {slots.map((slot, index) => (
        <SlotRow
          key={slot.key}
          slot={slot}
          number={slots.length > 1 ? index + 1 : null}
          slotRef={slotRef(talk.id, slot.key)}
        />
      ))}
      {stages.length > 0 && (
        <button
          type="button"
          className="text-button slots__add"
          disabled={disabled}
          onClick={() => (last ? repeat(talk.id, last.stageId, last.end + changeover) : schedule())}
        >
          <Icon name="plus" /> {t(last ? 'slots.repeat' : 'slots.schedule')}
        </button>
      )}
    </fieldset>
  )
}
