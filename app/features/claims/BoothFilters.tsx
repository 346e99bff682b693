import { Form, useSubmit } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BOOTH_KINDS } from '#shared/plan/queries/openSides'
import { Check, Field, Select } from '~/components/Field'
import type { SectorChoice } from '~/features/exhibitors/SectorChecks'
import { useFormat } from '~/lib/format'
import { type BoothFilter, bandLimit, isFiltering, MY_SECTORS, SIZE_BANDS, type SizeBand } from './boothFilter'

export interface BoothFiltersProps {
  filter: BoothFilter
  sectors: readonly SectorChoice[]
  halls: readonly { id: string; name: string }[]
  hasSectors: boolean
  /** Kept in the address when a filter changes. */
  keep: Readonly<Record<string, string>>
}

/** A plain form that changes the address; with JavaScript every choice counts at once. */
export function BoothFilters({ filter, sectors, halls, hasSectors, keep }: BoothFiltersProps) {
  const { t } = useTranslation('claims')
  const format = useFormat()
  const submit = useSubmit()
  const sizeName = (band: SizeBand) => {
    const from = SIZE_BANDS[SIZE_BANDS.indexOf(band) - 1]
    return t(`sizes.${band}`, { from: from ? bandLimit(from) : 0, to: bandLimit(band) })
  }
  return (
    <details className="filters" open={isFiltering(filter) || undefined}>
      <summary className="filters__summary">{t('filters.title')}</summary>
      <Form
        className="filters__form"
        method="get"
        preventScrollReset
        onChange={(event) => submit(event.currentTarget, { replace: true, preventScrollReset: true })}
      >
        {Object.entries(keep).map(([name, value]) => (
          <input type="hidden" key={name} name={name} value={value} />
        ))}
        <Check name="free" value="1" label={t('filters.freeOnly')} defaultChecked={filter.freeOnly} />
        <Select name="sector" label={t('filters.sector')} defaultValue={filter.sector ?? ''}>
          <option value="">{t('filters.allSectors')}</option>
          {hasSectors && <option value={MY_SECTORS}>{t('filters.mySectors')}</option>}
          {sectors.map((sector) => (
            <option key={sector.id} value={sector.id}>
              {format.text(sector.name)}
            </option>
          ))}
        </Select>
        <Select name="size" label={t('filters.size')} defaultValue={filter.band ?? ''}>
          <option value="">{t('filters.anySize')}</option>
          {SIZE_BANDS.map((band) => (
            <option key={band} value={band}>
              {sizeName(band)}
            </option>
          ))}
        </Select>
        <Select name="kind" label={t('filters.kind')} defaultValue={filter.kind ?? ''}>
          <option value="">{t('filters.anyKind')}</option>
          {BOOTH_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </Select>
        <Select name="sides" label={t('filters.openSides')} defaultValue={filter.openSides || ''}>
          <option value="">{t('filters.anySides')}</option>
          {[1, 2, 3, 4].map((count) => (
            <option key={count} value={count}>
              {count === 4 ? count : t('filters.atLeast', { count })}
            </option>
          ))}
        </Select>
        {halls.length > 1 && (
          <Select name="hall" label={t('filters.hall')} defaultValue={filter.hallId ?? ''}>
            <option value="">{t('filters.allHalls')}</option>
            {halls.map((hall) => (
              <option key={hall.id} value={hall.id}>
                {hall.name}
              </option>
            ))}
          </Select>
        )}
        <Field
          name="number"
          type="search"
          label={t('filters.number')}
          defaultValue={filter.number}
          maxLength={64}
          autoComplete="off"
        />
        <div className="form__actions filters__actions">
          <button type="submit" className="button">
            {t('filters.apply')}
          </button>
          {isFiltering(filter) && (
            <a className="button button--quiet" href="?">
              {t('filters.clear')}
            </a>
          )}
        </div>
      </Form>
    </details>
  )
}
