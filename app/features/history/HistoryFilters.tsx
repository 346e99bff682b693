import { Form, useSubmit } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Select } from '~/components/Field'
import { HISTORY_VIEWS, type HistoryQuery } from './historyQuery'

export interface HistoryFiltersProps {
  query: Pick<HistoryQuery, 'who' | 'what'>
  people: readonly { accountId: string; name: string }[]
  /** The page's other parameters, which go with the form. */
  params: Readonly<Record<string, string>>
}

/** Whose gestures, and where. A choice filters at once; without script there is the button. */
export function HistoryFilters({ query, people, params }: HistoryFiltersProps) {
  const { t } = useTranslation('history')
  const submit = useSubmit()
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  return (
    <Form
      method="get"
      className="history-filters"
      aria-label={t('filters.label')}
      preventScrollReset
      onChange={(event) => submit(event.currentTarget, { preventScrollReset: true, replace: true })}
    >
      {Object.entries(params).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select key={`who ${query.who}`} name="who" label={t('filters.who')} defaultValue={query.who ?? ''}>
        <option value="">{t('filters.everyone')}</option>
        {people.map(({ accountId, name }) => (
          <option key={accountId} value={accountId}>
            {name}
          </option>
        ))}
      </Select>
      <Select key={`what ${query.what}`} name="what" label={t('filters.what')} defaultValue={query.what ?? ''}>
        <option value="">{t('filters.everything')}</option>
        {HISTORY_VIEWS.map((view) => (
          <option key={view} value={view}>
            {t(`filters.${view}`)}
          </option>
        ))}
      </Select>
      {!ready && (
        <button type="submit" className="button">
          {t('filters.apply')}
        </button>
      )}
    </Form>
  )
}
