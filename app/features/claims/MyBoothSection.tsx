import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PlanSvg } from '~/components/PlanSvg'
import { SectorChip } from '~/components/SectorChip'
import { useFormat } from '~/lib/format'
import type { HallDrawing } from '~/lib/planView/hallDrawing'
import { ClaimSteps } from './ClaimSteps'
import { HoldCountdown } from './HoldCountdown'
import { KindMark } from './KindMark'
import { TakeButtons } from './TakeButtons'
import type { OwnClaim, PageBooth, SectorsById } from './types'
import { viewInside } from './viewInside'

export interface MyBoothSectionProps {
  claim: OwnClaim
  booth: Omit<PageBooth, 'status'> | null
  hall: HallDrawing | null
  sectors: SectorsById
  timeZone: string
  serverNow: string
  formKey: string
  holdHours: number
  profileHref: string
  /** Address of the booth's public page, once it is one's own for sure. */
  publicHref: string | null
  onOver: () => void
}

/** A booth of one's own: how it stands, what comes next, what and where it is, and the way out. */
export function MyBoothSection(props: MyBoothSectionProps) {
  const { claim, booth, hall, sectors, timeZone, serverNow, formKey, holdHours, profileHref, publicHref, onOver } =
    props
  const { t } = useTranslation('claims')
  const format = useFormat()
  const number = claim.boothNumber
  const moment = format.moment(claim.expiresAt ?? claim.changedAt, timeZone)
  return (
    <section className="my-booth" aria-labelledby={`mine-${claim.claimId}`}>
      <div className="own-booth" data-state={claim.state}>
        <div className="own-booth__head">
          <h2 id={`mine-${claim.claimId}`}>{t(`myBooth.state.${claim.state}.title`, { number })}</h2>
          {claim.state === 'held' && claim.expiresAt && (
            <HoldCountdown
              number={number}
              until={claim.expiresAt}
              serverNow={serverNow}
              timeZone={timeZone}
              onOver={onOver}
            />
          )}
        </div>
        <ClaimSteps state={claim.state} />
        <p>
          {t(`myBooth.state.${claim.state}.text`, { moment })} {t(`myBooth.state.${claim.state}.next`)}
        </p>
        <div className="cluster">
          {claim.state === 'held' && (
            <TakeButtons
              boothId={claim.boothId}
              number={number}
              formKey={formKey}
              holdHours={holdHours}
              held
              prominent
            />
          )}
          <a className={claim.state === 'confirmed' ? 'button button--primary' : 'button'} href={profileHref}>
            {t('myBooth.profileLink')}
          </a>
          {publicHref && (
            <a className="button button--quiet" href={publicHref}>
              {t('myBooth.publicPage')}
            </a>
          )}
        </div>
      </div>
      <div className="columns">
        <div className="stack">
          <h3>{t('myBooth.facts.title')}</h3>
          {booth ? <BoothFactList booth={booth} hall={hall} sectors={sectors} /> : <p>{t('myBooth.notReleased')}</p>}
          <Withdraw claim={claim} formKey={formKey} />
        </div>
        {hall && (
          <div className="stack">
            <h3>{t('myBooth.plan')}</h3>
            <div className="booth-plan booth-plan--detail">
              <PlanSvg
                hall={hall}
                label={`${t('choose.planTitle')}: ${t('myBooth.boothOf', { number })}`}
                selected={[claim.boothId]}
                view={viewInside(hall, [claim.boothId])}
              />
            </div>
          </div>
        )}
      </div>
    </section>
  )
}

function BoothFactList({
  booth,
  hall,
  sectors,
}: {
  booth: Omit<PageBooth, 'status'>
  hall: HallDrawing | null
  sectors: SectorsById
}) {
  const { t } = useTranslation(['claims', 'common'])
  const format = useFormat()
  const sector = booth.sectorId === null ? undefined : sectors.get(booth.sectorId)
  return (
    <dl className="facts">
      {hall && (
        <>
          <dt>{t('claims:myBooth.facts.hall')}</dt>
          <dd>{format.text(hall.name)}</dd>
        </>
      )}
      <dt>{t('claims:myBooth.facts.sector')}</dt>
      <dd>
        {sector ? (
          <SectorChip code={sector.code} tint={sector.tint} name={format.text(sector.name)} />
        ) : (
          t('claims:noSector')
        )}
      </dd>
      <dt>{t('claims:myBooth.facts.size')}</dt>
      <dd>{format.size(booth.widthMm, booth.depthMm)} m</dd>
      <dt>{t('claims:myBooth.facts.area')}</dt>
      <dd>{t('common:squareMetres', { area: format.number(booth.areaM2) })}</dd>
      <dt>{t('claims:myBooth.facts.kind')}</dt>
      <dd className="booth-facts__kind">
        <KindMark kind={booth.kind} />
        {t(`claims:kinds.${booth.kind}`)} ({t('claims:openSides', { count: booth.openSides })})
      </dd>
    </dl>
  )
}

function Withdraw({ claim, formKey }: { claim: OwnClaim; formKey: string }) {
  const { t } = useTranslation('claims')
  const number = claim.boothNumber
  return (
    <details className="act">
      <summary className="button button--small">{t('myBooth.withdraw.summary')}</summary>
      <Form method="post" className="act__panel">
        <input type="hidden" name="claimId" value={claim.claimId} />
        <input type="hidden" name="key" value={formKey} />
        <p>{t(`myBooth.withdraw.${claim.state}`, { number })}</p>
        <p>
          <button type="submit" className="button button--danger" name="intent" value="withdraw">
            {t('myBooth.withdraw.button', { number })}
          </button>
        </p>
      </Form>
    </details>
  )
}
