import { useTranslation } from 'react-i18next'
import type { BoothStatus } from '#shared/claims/status'

export function StatusBadge({ status }: { status: BoothStatus }) {
  const { t } = useTranslation('booths')
  return <span className={`status status--${status}`}>{t(`status.${status}`)}</span>
}
