import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sector } from '#shared/document/records'
import type { SectorId } from '#shared/kernel/ids'
import { tintStyle } from '~/components/SectorChip'
import { useFormat } from '~/lib/format'
import { usePlan } from '../useLive'

/** Sectors by name in the reader's language. */
export function useSectors(): Sector[] {
  const { sectors } = usePlan()
  const { text, language } = useFormat()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `text` follows the language
  return useMemo(
    () => [...sectors.values()].sort((a, b) => text(a.name).localeCompare(text(b.name), language)),
    [sectors, language],
  )
}

interface SectorSelectProps {
  label: string
  /** undefined where several differ. */
  value: SectorId | null | undefined
  onChange: (sectorId: SectorId | null) => void
  bare?: boolean
  disabled?: boolean
}

const NONE = ''
const MIXED = '*'

export function SectorSelect({ label, value, onChange, bare = false, disabled = false }: SectorSelectProps) {
  const { t } = useTranslation('editor')
  const { text } = useFormat()
  const id = useId()
  const sectors = useSectors()
  const chosen = sectors.find((sector) => sector.id === value)
  const select = (
    <span className="sector-select" style={tintStyle(chosen?.tint)}>
      <select
        {...(bare ? { 'aria-label': label } : { id })}
        className="small-input"
        disabled={disabled}
        value={value === undefined ? MIXED : (chosen?.id ?? NONE)}
        onChange={(event) => onChange(event.target.value === NONE ? null : (event.target.value as SectorId))}
      >
        {value === undefined && (
          <option value={MIXED} disabled>
            {t('inspector.mixed')}
          </option>
        )}
        <option value={NONE}>{t('sectors.none')}</option>
        {sectors.map((sector) => (
          <option key={sector.id} value={sector.id}>
            {text(sector.name)}
          </option>
        ))}
      </select>
    </span>
  )
  if (bare) return select
  return (
    <div className="small-field">
      <label htmlFor={id}>{label}</label>
      {select}
    </div>
  )
}
