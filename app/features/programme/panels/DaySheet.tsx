import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stage } from '#shared/document/records'
import { slotRef } from '#shared/programme/slots'
import { usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { sortedStages } from '~/timetable/view/dayLayout'
import type { TimetableDay } from '~/timetable/view/days'
import { useFacts, useProgramme, useTimetable } from '../useProgramme'
import { Choice } from './parts/Choice'
import { useEquipmentName } from './parts/EquipmentField'
import { type SheetRow, sheetRows } from './sheetRows'
import { timeOf } from './times'
import { usePersonName, useStageOptions } from './useNames'

const ALL = ''

/** One day, a sheet a stage: for the door, for the crew. Printed, each stage begins a page. */
export function DaySheet() {
  const { t } = useTranslation('talks')
  const plan = usePlan()
  const days = useTimetable((state) => state.days)
  const shown = useTimetable((state) => state.day)
  const [stageId, setStageId] = useState(ALL)
  const stageOptions = useStageOptions()
  const day = days.find((one) => one.day === shown)
  const stages = sortedStages(plan).filter(({ id }) => stageId === ALL || id === stageId)
  return (
    <section className="day-sheet" aria-label={t('sheet.title')}>
      <div className="day-sheet__bar">
        <Choice
          label={t('sheet.stage')}
          value={stageId}
          options={[{ value: ALL, label: t('sheet.allStages') }, ...stageOptions]}
          onChange={setStageId}
        />
        <button type="button" className="button button--small" onClick={() => window.print()}>
          {t('sheet.print')}
        </button>
      </div>
      <div className="day-sheet__pages">
        {stageOptions.length === 0 && <p className="panel__empty">{t('sheet.noStages')}</p>}
        {day && stages.map((stage) => <StageSheet key={stage.id} stage={stage} day={day} />)}
      </div>
    </section>
  )
}

function StageSheet({ stage, day }: { stage: Stage; day: TimetableDay }) {
  const { t } = useTranslation('talks')
  const format = useFormat()
  const plan = usePlan()
  const hall = plan.halls.get(stage.hallId)
  const rows = sheetRows(plan, stage.id, day)
  return (
    <article className="stage-sheet" aria-label={format.text(stage.name)}>
      <header className="stage-sheet__head">
        <h2>{format.text(stage.name)}</h2>
        <p>
          {format.day(day.day)}
          {hall && ` · ${format.text(hall.name)}`}
          {stage.capacity !== undefined && ` · ${t('sheet.capacity', { count: stage.capacity })}`}
        </p>
      </header>
      {rows.length === 0 ? (
        <p className="panel__empty">{t('sheet.nothing')}</p>
      ) : (
        <table className="stage-sheet__table">
          <thead>
            <tr>
              <th scope="col">{t('sheet.time')}</th>
              <th scope="col">{t('sheet.talk')}</th>
              <th scope="col">{t('sheet.who')}</th>
              <th scope="col">{t('sheet.needs')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) =>
              row.kind === 'free' ? (
                <FreeRow key={`free-${row.start}`} row={row} />
              ) : (
                <TalkSheetRow key={`${row.talk.id} ${row.slot.key}`} row={row} />
              ),
            )}
          </tbody>
        </table>
      )}
    </article>
  )
}

function FreeRow({ row }: { row: Extract<SheetRow, { kind: 'free' }> }) {
  const { t } = useTranslation('talks')
  const { timeZone } = useFacts()
  return (
    <tr className="stage-sheet__free">
      <td className="stage-sheet__time">
        {timeOf(row.start, timeZone)}–{timeOf(row.end, timeZone)}
      </td>
      <td colSpan={3}>{t('sheet.free')}</td>
    </tr>
  )
}

function TalkSheetRow({ row: { talk, slot, goesOn } }: { row: Extract<SheetRow, { kind: 'talk' }> }) {
  const { t } = useTranslation('talks')
  const format = useFormat()
  const { timeZone } = useFacts()
  const { timetable } = useProgramme()
  const nameOf = usePersonName()
  const equipmentName = useEquipmentName()
  return (
    <tr className={talk.state === 'cancelled' ? 'stage-sheet__cancelled' : undefined}>
      <th scope="row" className="stage-sheet__time">
        {timeOf(slot.start, timeZone)}–{timeOf(slot.end, timeZone)}
        {goesOn && <small>{t('sheet.goesOn')}</small>}
      </th>
      <td>
        <button
          type="button"
          className="stage-sheet__title"
          onClick={() => timetable.setSelection([slotRef(talk.id, slot.key)])}
        >
          {format.text(talk.title)}
        </button>
        <small>
          {t(`kinds.${talk.kind}`)}
          {talk.state !== 'confirmed' && ` · ${t(`states.${talk.state}`)}`}
          {talk.audience !== null && ` · ${t('sheet.expected', { count: talk.audience })}`}
        </small>
      </td>
      <td>{format.list(talk.speakerIds.map(nameOf))}</td>
      <td>{talk.needs.map(equipmentName).join(', ')}</td>
    </tr>
  )
}
