import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Field, Select } from '~/components/Field'
import { useFormat } from '~/lib/format'
import { EXHIBITOR_STATUSES, type ExhibitorSearch, type ExhibitorStatus, isSearching } from './exhibitorSearch'
import type { SectorChoice } from './SectorChecks'

export interface ExhibitorFiltersProps {
  search: ExhibitorSearch
  counts: Readonly<Record<ExhibitorStatus, number>>
  sectors: readonly SectorChoice[]
}

export function ExhibitorFilters({ search, counts, sectors }: ExhibitorFiltersProps) {
  const { t } = useTranslation('exhibitors')
  const format = useFormat()
  return (
    <Form method="get" className="search-line" reloadDocument>
      <Field
        name="q"
        type="search"
        label={t('list.search')}
        defaultValue={search.words}
        maxLength={100}
        autoComplete="off"
      />
      <Select name="status" label={t('list.status')} defaultValue={search.status}>
        {EXHIBITOR_STATUSES.map((status) => (
          <option key={status} value={status}>
            {t(`list.statuses.${status}`)} ({counts[status]})
          </option>
        ))}
      </Select>
      {sectors.length > 0 && (
        <Select name="sector" label={t('list.sector')} defaultValue={search.sectorId}>
          <option value="">{t('list.allSectors')}</option>
          {sectors.map(({ id, name }) => (
            <option key={id} value={id}>
              {format.text(name)}
            </option>
          ))}
        </Select>
      )}
      <button type="submit" className="button">
        {t('list.apply')}
      </button>
      {isSearching(search) && (
        <a className="button button--quiet" href="?">
          {t('list.clear')}
        </a>
      )}
    </Form>
  )
}
