import { useTranslation } from 'react-i18next'
import type { Talk } from '#shared/document/records'
import { TALK_KINDS, TALK_STATES } from '#shared/document/talkRecord'
import { CommitField } from '~/features/editor/parts/CommitField'
import { SectorSelect } from '~/features/editor/parts/SectorSelect'
import { useReadOnly } from '../useProgramme'
import { Choice } from './parts/Choice'
import { useSpeechLanguages } from './parts/speechLanguages'
import { useTalkEdits } from './useTalkEdits'

const MAX_PEOPLE = 100_000

/** What kind, how far, for whom, in which language, how many. */
export function TalkFacts({ talk }: { talk: Talk }) {
  const { t } = useTranslation('talks')
  const { setFields } = useTalkEdits()
  const disabled = useReadOnly()
  const languages = useSpeechLanguages(talk.language)
  return (
    <div className="field-grid">
      <Choice
        label={t('inspector.kind')}
        value={talk.kind}
        options={TALK_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        disabled={disabled}
        onChange={(kind) => setFields(talk.id, { kind })}
      />
      <Choice
        label={t('inspector.state')}
        value={talk.state}
        options={TALK_STATES.map((state) => ({ value: state, label: t(`states.${state}`) }))}
        disabled={disabled}
        onChange={(state) => setFields(talk.id, { state })}
      />
      <SectorSelect
        label={t('inspector.sector')}
        value={talk.sectorId}
        disabled={disabled}
        onChange={(sectorId) => setFields(talk.id, { sectorId })}
      />
      <Choice
        label={t('inspector.language')}
        value={talk.language ?? ''}
        options={[{ value: '', label: t('inspector.noLanguage') }, ...languages]}
        disabled={disabled}
        onChange={(language) => setFields(talk.id, { language: language || null })}
      />
      <CountField
        label={t('inspector.audience')}
        value={talk.audience}
        min={0}
        disabled={disabled}
        onCount={(audience) => setFields(talk.id, { audience })}
      />
      <CountField
        label={t('inspector.seats')}
        value={talk.seats}
        min={1}
        placeholder={t('inspector.seatsNone')}
        disabled={disabled}
        onCount={(seats) => setFields(talk.id, { seats })}
      />
    </div>
  )
}

interface CountFieldProps {
  label: string
  value: number | null
  min: 0 | 1
  placeholder?: string
  disabled: boolean
  onCount: (count: number | null) => boolean
}

/** A number of people; empty: nobody says. */
export function CountField({ label, value, min, placeholder, disabled, onCount }: CountFieldProps) {
  const fits = (count: number) => Number.isInteger(count) && count >= min && count <= MAX_PEOPLE
  return (
    <CommitField
      label={label}
      className="small-input--number"
      inputMode="numeric"
      placeholder={placeholder}
      disabled={disabled}
      text={value === null ? '' : String(value)}
      onCommit={(text) => {
        const typed = text.trim().replaceAll(/[\s.]/g, '')
        if (typed === '') return onCount(null)
        return /^\d+$/.test(typed) && fits(Number(typed)) && onCount(Number(typed))
      }}
      onStep={(steps) => onCount(Math.min(MAX_PEOPLE, Math.max(min, (value ?? 0) + steps)))}
    />
  )
}
