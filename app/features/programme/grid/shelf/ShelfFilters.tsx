import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TALK_KINDS, TALK_STATES } from '#shared/document/talkRecord'
import { Icon } from '~/features/editor/parts/Icon'
import { useSectors } from '~/features/editor/parts/SectorSelect'
import { usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { isFiltering } from '~/timetable/filter'
import { NO_FILTER } from '~/timetable/state'
import type { TalkFilter } from '~/timetable/types'
import { useProgramme, useTimetable } from '../../useProgramme'
import { useSpokenLanguages } from './useSpokenLanguages'

/** What one looks for: on the shelf only that is shown, on the grid the rest steps back. */
export function ShelfFilters() {
  const { t } = useTranslation(['timetable', 'talks'])
  const { text } = useFormat()
  const { timetable } = useProgramme()
  const filter = useTimetable((state) => state.filter)
  const { talks } = usePlan()
  const sectors = useSectors()
  const languages = useSpokenLanguages(talks)
  const [open, setOpen] = useState(false)
  const set = (part: Partial<TalkFilter>) => timetable.setFilter(part)
  const chosen = [filter.kind, filter.sectorId, filter.state, filter.language].filter((one) => one !== null).length

  return (
    <search className="tt-filters">
      <div className="tt-filters__row">
        <input
          type="search"
          className="small-input"
          aria-label={t('timetable:shelf.search')}
          placeholder={t('timetable:shelf.search')}
          value={filter.text}
          onChange={(event) => set({ text: event.target.value })}
        />
        <button
          type="button"
          className={`tt-filters__toggle${chosen > 0 ? ' is-on' : ''}`}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name="filter" />
          <span className="visually-hidden">{t('timetable:shelf.filters')}</span>
          {chosen > 0 && <span className="tt-filters__count">{chosen}</span>}
        </button>
      </div>
      {open && (
        <div className="tt-filters__fields">
          <Choice
            label={t('timetable:shelf.kind')}
            value={filter.kind}
            onChange={(value) => set({ kind: value as TalkFilter['kind'] })}
          >
            {TALK_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`talks:kinds.${kind}`)}
              </option>
            ))}
          </Choice>
          <Choice
            label={t('timetable:shelf.state')}
            value={filter.state}
            onChange={(value) => set({ state: value as TalkFilter['state'] })}
          >
            {TALK_STATES.map((state) => (
              <option key={state} value={state}>
                {t(`talks:states.${state}`)}
              </option>
            ))}
          </Choice>
          <Choice
            label={t('timetable:shelf.sector')}
            value={filter.sectorId}
            onChange={(value) => set({ sectorId: value as TalkFilter['sectorId'] })}
          >
            <option value="none">{t('timetable:shelf.noSector')}</option>
            {sectors.map((sector) => (
              <option key={sector.id} value={sector.id}>
                {text(sector.name)}
              </option>
            ))}
          </Choice>
          <Choice
            label={t('timetable:shelf.language')}
            value={filter.language}
            onChange={(language) => set({ language })}
          >
            {languages.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Choice>
        </div>
      )}
      {isFiltering(filter) && (
        <button type="button" className="text-button" onClick={() => set(NO_FILTER)}>
          <Icon name="close" /> {t('timetable:shelf.clear')}
        </button>
      )}
    </search>
  )
}

interface ChoiceProps {
  label: string
  value: string | null
  onChange: (value: string | null) => void
  children: ReactNode
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  const { t } = useTranslation('timetable')
  return (
    <label className="small-field">
      <span>{label}</span>
      <select
        className="small-input"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{t('shelf.all')}</option>
        {children}
      </select>
    </label>
  )
}
