import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TALK_KINDS, TALK_STATES, type TalkKind, type TalkState } from '#shared/document/talkRecord'
import type { SectorId } from '#shared/kernel/ids'
import { useSectors } from '~/features/editor/parts/SectorSelect'
import { useFormat } from '~/lib/format'
import { NO_FILTER } from '~/timetable/state'
import { useProgramme, useTimetable } from '../useProgramme'
import { Choice } from './parts/Choice'
import { useSpeechLanguages } from './parts/speechLanguages'
import { useDayOptions, useStageOptions } from './useNames'

interface ListFiltersProps {
  day: string | null
  stageId: string | null
  onDay: (day: string | null) => void
  onStage: (stageId: string | null) => void
  children: ReactNode
}

const ANY = ''

/** What to list. All but day and stage are the shelf's filters too. */
export function ListFilters({ day, stageId, onDay, onStage, children }: ListFiltersProps) {
  const { t } = useTranslation('talks')
  const { text: localise } = useFormat()
  const { timetable } = useProgramme()
  const filter = useTimetable((state) => state.filter)
  const sectors = useSectors()
  const days = useDayOptions()
  const stages = useStageOptions()
  const languages = useSpeechLanguages(filter.language)
  const isFiltered =
    day !== null ||
    stageId !== null ||
    Object.entries(NO_FILTER).some(([key, none]) => filter[key as keyof typeof filter] !== none)
  return (
    <div className="talk-list__bar">
      <input
        type="search"
        className="small-input talk-list__search"
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        value={filter.text}
        onChange={(event) => timetable.setFilter({ text: event.target.value })}
      />
      <Choice
        bare
        label={t('list.by.day')}
        value={day ?? ANY}
        options={[{ value: ANY, label: t('list.anyDay') }, ...days]}
        onChange={(next) => onDay(next || null)}
      />
      <Choice
        bare
        label={t('list.by.stage')}
        value={stageId ?? ANY}
        options={[{ value: ANY, label: t('list.anyStage') }, ...stages]}
        onChange={(next) => onStage(next || null)}
      />
      <Choice<string>
        bare
        label={t('list.by.state')}
        value={filter.state ?? ANY}
        options={[
          { value: ANY, label: t('list.anyState') },
          ...TALK_STATES.map((state) => ({ value: state, label: t(`states.${state}`) })),
        ]}
        onChange={(next) => timetable.setFilter({ state: (next || null) as TalkState | null })}
      />
      <Choice<string>
        bare
        label={t('list.by.kind')}
        value={filter.kind ?? ANY}
        options={[
          { value: ANY, label: t('list.anyKind') },
          ...TALK_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
        ]}
        onChange={(next) => timetable.setFilter({ kind: (next || null) as TalkKind | null })}
      />
      <Choice<string>
        bare
        label={t('list.by.sector')}
        value={filter.sectorId ?? ANY}
        options={[
          { value: ANY, label: t('list.anySector') },
          { value: 'none', label: t('list.noSector') },
          ...sectors.map(({ id, name }) => ({ value: id, label: localise(name) })),
        ]}
        onChange={(next) => timetable.setFilter({ sectorId: (next || null) as SectorId | 'none' | null })}
      />
      <Choice
        bare
        label={t('list.by.language')}
        value={filter.language ?? ANY}
        options={[{ value: ANY, label: t('list.anyLanguage') }, ...languages]}
        onChange={(next) => timetable.setFilter({ language: next || null })}
      />
      {isFiltered && (
        <button
          type="button"
          className="text-button"
          onClick={() => {
            timetable.setFilter(NO_FILTER)
            onDay(null)
            onStage(null)
          }}
        >
          {t('list.clear')}
        </button>
      )}
      {children}
    </div>
  )
}
