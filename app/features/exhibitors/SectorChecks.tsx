import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_SECTORS } from '#shared/exhibitors/profile'
import { fieldSentence } from '#shared/i18n/sentence'
import type { FieldProblem } from '#shared/kernel/errors'
import type { LocalText } from '#shared/kernel/language'
import { SectorChip } from '~/components/SectorChip'
import { useFormat } from '~/lib/format'

export interface SectorChoice {
  id: string
  code: string
  tint: number
  name: LocalText
}

export interface SectorChecksProps {
  sectors: readonly SectorChoice[]
  chosen: readonly string[]
  problems: readonly FieldProblem[]
}

export function SectorChecks({ sectors, chosen, problems }: SectorChecksProps) {
  const { t } = useTranslation(['exhibitors', 'errors'])
  const format = useFormat()
  const id = useId()
  const mine = problems.filter(({ path }) => path === 'sectorIds' || path.startsWith('sectorIds.'))
  if (sectors.length === 0) return null
  return (
    <fieldset aria-describedby={`${id}-hint${mine.length > 0 ? ` ${id}-error` : ''}`}>
      <legend>{t('exhibitors:profile.sectors.label')}</legend>
      <p className="field__hint" id={`${id}-hint`}>
        {t('exhibitors:profile.sectors.hint', { max: MAX_SECTORS })}
      </p>
      {mine.length > 0 && (
        <p className="field__error" id={`${id}-error`}>
          {mine.map((problem) => fieldSentence(t, problem)).join(' ')}
        </p>
      )}
      <div className="check-grid">
        {sectors.map((sector) => (
          <label className="check" key={sector.id}>
            <input type="checkbox" name="sectorIds" value={sector.id} defaultChecked={chosen.includes(sector.id)} />
            <SectorChip code={sector.code} tint={sector.tint} name={format.text(sector.name)} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
