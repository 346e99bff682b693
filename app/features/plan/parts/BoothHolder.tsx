import { useTranslation } from 'react-i18next'
import { StatusBadge } from '~/components/StatusBadge'
import { useLang } from '~/lib/useLang'
import { useSession, useStatuses } from '../useSession'

/** Who has the booth, with the way to the claims. */
export function BoothHolder({ boothId }: { boothId: string }) {
  const { t } = useTranslation('editor')
  const lang = useLang()
  const { data } = useSession()
  const event = useStatuses().get(boothId)
  const status = event?.status ?? 'available'
  const held = status !== 'available'
  return (
    <div className="booth-holder">
      <StatusBadge status={status} />
      {event?.exhibitorName && <p className="booth-holder__name">{event.exhibitorName}</p>}
      {held && <a href={`/${lang}/organise/${data.fairId}/claims`}>{t('inspector.toClaims')}</a>}
    </div>
  )
}
