import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '~/components/StatusBadge'
import { BoothSummary } from './BoothSummary'
import { TakeButtons } from './TakeButtons'
import type { PageBooth, SectorsById } from './types'

export interface BoothRowProps {
  booth: PageBooth
  sectors: SectorsById
  mine: boolean
  selected?: boolean
  /** Null: whoever looks cannot take a booth (now). */
  take: { formKey: string; holdHours: number } | null
  /** Address of this page with the booth picked out. */
  href: string
}

export function BoothRow({ booth, sectors, mine, selected = false, take, href }: BoothRowProps) {
  const { t } = useTranslation('claims')
  return (
    <li className="offer" data-row={booth.id} data-status={booth.status} data-selected={selected || undefined}>
      <div className="offer__head">
        <h3 className="offer__number">
          <Link to={href} preventScrollReset replace aria-current={selected ? 'true' : undefined}>
            {booth.number}
          </Link>
        </h3>
        {mine ? <span className="badge badge--good">{t('mine')}</span> : <StatusBadge status={booth.status} />}
      </div>
      <BoothSummary booth={booth} sectors={sectors} />
      {take && booth.status === 'available' && (
        <TakeButtons boothId={booth.id} number={booth.number} formKey={take.formKey} holdHours={take.holdHours} />
      )}
    </li>
  )
}
