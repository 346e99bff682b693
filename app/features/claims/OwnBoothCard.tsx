import { useTranslation } from 'react-i18next'
import { useFormat } from '~/lib/format'
import { BoothSummary } from './BoothSummary'
import { ClaimSteps } from './ClaimSteps'
import { HoldCountdown } from './HoldCountdown'
import { TakeButtons } from './TakeButtons'
import type { OwnClaim, PageBooth, SectorsById } from './types'

export interface OwnBoothCardProps {
  claim: OwnClaim
  /** Null where the booth is not in the plan that is published now. */
  booth: Omit<PageBooth, 'status'> | null
  sectors: SectorsById
  timeZone: string
  serverNow: string
  formKey: string
  holdHours: number
  /** Address of "my booth". */
  href: string
  onOver: () => void
}

/** One's own booth, on top of everything else. */
export function OwnBoothCard(props: OwnBoothCardProps) {
  const { claim, booth, sectors, timeZone, serverNow, formKey, holdHours, href, onOver } = props
  const { t } = useTranslation('claims')
  const format = useFormat()
  const number = claim.boothNumber
  const moment = format.moment(claim.expiresAt ?? claim.changedAt, timeZone)
  return (
    <section className="own-booth" data-state={claim.state} aria-labelledby={`own-${claim.claimId}`}>
      <div className="own-booth__head">
        <h2 id={`own-${claim.claimId}`}>{t(`myBooth.state.${claim.state}.title`, { number })}</h2>
        {claim.state === 'held' && claim.expiresAt ? (
          <HoldCountdown
            number={number}
            until={claim.expiresAt}
            serverNow={serverNow}
            timeZone={timeZone}
            onOver={onOver}
          />
        ) : (
          <p>{t(`myBooth.state.${claim.state}.text`, { moment })}</p>
        )}
      </div>
      <ClaimSteps state={claim.state} />
      {booth && <BoothSummary booth={booth} sectors={sectors} />}
      <div className="cluster">
        {claim.state === 'held' && (
          <TakeButtons boothId={claim.boothId} number={number} formKey={formKey} holdHours={holdHours} held prominent />
        )}
        <a className="button" href={href}>
          {t('myBooth.nav.myBooth')}
        </a>
      </div>
    </section>
  )
}
