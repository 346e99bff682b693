import { useTranslation } from 'react-i18next'
import type { ProposalState } from '#shared/proposals/proposal'

const MANNERS: Record<ProposalState, string> = {
  submitted: '',
  reviewing: 'badge--warn',
  accepted: 'badge--good',
  declined: 'badge--bad',
  withdrawn: '',
}

export function ProposalStateBadge({ state }: { state: ProposalState }) {
  const { t } = useTranslation('proposals')
  return <span className={`badge ${MANNERS[state]}`}>{t(`states.${state}`)}</span>
}
