import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SectorChip } from '~/components/SectorChip'
import { useFormat } from '~/lib/format'
import { BoothSummary } from './BoothSummary'
import { DeclineForm } from './DeclineForm'
import { MoveForm } from './MoveForm'
import type { FreeBooth, QueueClaim, SectorsById } from './types'
import { useDuration } from './useDuration'

export interface QueueRowProps {
  item: QueueClaim
  sectors: SectorsById
  timeZone: string
  formKey: string
  free: readonly FreeBooth[]
  exhibitorHref: string
  /** Booth picked on the plan for the move under way, or '' ; null: another claim is being moved, or none. */
  moveTo: string | null
  onMoving: (claimId: string | null) => void
  onMoveTo: (boothId: string) => void
  /** The form that confirms several at once. */
  bulkForm: string | null
}

/** One claim with all that an organiser needs to decide, and the ways to. */
export function QueueRow(props: QueueRowProps) {
  const { item, sectors, timeZone, formKey, free, exhibitorHref, moveTo, onMoving, onMoveTo, bulkForm } = props
  const { claim, exhibitor, booth } = item
  const { t } = useTranslation('claims')
  const number = claim.boothNumber
  const names = { exhibitor: exhibitor.name, number }
  const decidable = claim.state === 'claimed' || claim.state === 'held'
  const active = decidable || claim.state === 'confirmed'
  return (
    <li className="claim-row" data-row={claim.boothId} data-state={claim.state}>
      {bulkForm && (
        <label className="claim-row__select">
          <input type="checkbox" name="claimId" value={claim.id} form={bulkForm} />
          <span className="visually-hidden">{t('queue.select', names)}</span>
        </label>
      )}
      <div className="claim-row__main">
        <div className="claim-row__head">
          <h3>
            <a href={exhibitorHref}>{exhibitor.name}</a>
            <span className="claim-row__booth">{t('myBooth.boothOf', { number })}</span>
          </h3>
          <ClaimMoment item={item} timeZone={timeZone} />
        </div>
        <div className="claim-row__facts">
          {booth ? (
            <BoothSummary booth={booth} sectors={sectors} />
          ) : (
            <span className="badge badge--warn">{t('queue.notReleased')}</span>
          )}
          <SectorMatch item={item} sectors={sectors} />
        </div>
        {claim.reason && <p className="claim-row__reason">{t('myBooth.history.reason', { reason: claim.reason })}</p>}
        {active && (
          <div className="claim-row__acts">
            {decidable && (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="claimId" value={claim.id} />
                <input type="hidden" name="key" value={formKey} />
                <button type="submit" className="button button--primary button--small" name="intent" value="confirm">
                  {t('queue.confirm')}
                  <span className="visually-hidden"> {t('queue.claimOf', names)}</span>
                </button>
              </Form>
            )}
            <DeclineForm item={item} formKey={formKey} />
            <MoveForm
              item={item}
              formKey={formKey}
              free={free}
              chosen={moveTo}
              onOpen={(open) => onMoving(open ? claim.id : null)}
              onChoose={onMoveTo}
            />
          </div>
        )}
      </div>
    </li>
  )
}

const MINUTE = 60_000

function ClaimMoment({ item: { claim, waitingMs }, timeZone }: { item: QueueClaim; timeZone: string }) {
  const { t } = useTranslation('claims')
  const format = useFormat()
  const duration = useDuration()
  if (claim.state === 'claimed')
    return (
      <span className="claim-row__moment">
        {waitingMs < MINUTE ? t('queue.justNow') : t('queue.waiting', { duration: duration(waitingMs, 'minutes') })}
      </span>
    )
  if (claim.state === 'held' && claim.expiresAt)
    return (
      <span className="claim-row__moment">
        {t('queue.heldUntil', { moment: format.moment(claim.expiresAt, timeZone) })}
      </span>
    )
  return (
    <span className="claim-row__moment">
      <span className={claim.state === 'confirmed' ? 'badge badge--good' : 'badge'}>
        {t(`queue.states.${claim.state}`)}
      </span>{' '}
      <time dateTime={claim.changedAt}>{format.moment(claim.changedAt, timeZone)}</time>
    </span>
  )
}

/** Whether booth and exhibitor belong to one sector; where they do not, which sectors the exhibitor works in. */
function SectorMatch({ item: { exhibitor, sectorMatch }, sectors }: { item: QueueClaim; sectors: SectorsById }) {
  const { t } = useTranslation(['claims', 'exhibitors'])
  const format = useFormat()
  const own = exhibitor.sectorIds.flatMap((id) => sectors.get(id) ?? [])
  return (
    <p className="claim-row__match">
      <span>{t(`exhibitors:kinds.${exhibitor.kind}`)}</span>
      {sectorMatch === true && <span className="badge badge--good">{t('claims:queue.match.yes')}</span>}
      {sectorMatch === false && <span className="badge badge--warn">{t('claims:queue.match.no')}</span>}
      {sectorMatch !== true &&
        own.map((sector) => (
          <SectorChip key={sector.id} code={sector.code} tint={sector.tint} name={format.text(sector.name)} />
        ))}
      {own.length === 0 && <span className="booth-facts__soft">{t('claims:queue.match.none')}</span>}
    </p>
  )
}
