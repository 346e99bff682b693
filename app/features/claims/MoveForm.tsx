import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Select } from '~/components/Field'
import { FreeBoothOptions } from './FreeBoothOptions'
import type { FreeBooth, QueueClaim } from './types'

export interface MoveFormProps {
  item: QueueClaim
  formKey: string
  free: readonly FreeBooth[]
  /** Booth chosen on the plan; null: not (yet) chosen there. */
  chosen: string | null
  onOpen: (open: boolean) => void
  onChoose: (boothId: string) => void
}

export function MoveForm({
  item: { claim, exhibitor, booth },
  formKey,
  free,
  chosen,
  onOpen,
  onChoose,
}: MoveFormProps) {
  const { t } = useTranslation('claims')
  return (
    <details className="act" onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary className="button button--small">
        {t('queue.move.summary')}
        <span className="visually-hidden">
          {' '}
          {t('queue.claimOf', { exhibitor: exhibitor.name, number: claim.boothNumber })}
        </span>
      </summary>
      <Form method="post" className="act__panel" preventScrollReset>
        <input type="hidden" name="claimId" value={claim.id} />
        <input type="hidden" name="key" value={formKey} />
        {free.length === 0 ? (
          <p>{t('queue.move.noneFree')}</p>
        ) : (
          <>
            <Select
              name="toBoothId"
              label={t('queue.move.label')}
              hint={t('queue.move.onPlan')}
              required
              {...(chosen === null
                ? { defaultValue: '' }
                : { value: chosen, onChange: (event) => onChoose(event.currentTarget.value) })}
            >
              <option value="">{t('queue.move.choose')}</option>
              <FreeBoothOptions free={free} sectorIds={booth?.sectorId ? [booth.sectorId] : exhibitor.sectorIds} />
            </Select>
            <p className="field__hint">{t('queue.move.effect', { exhibitor: exhibitor.name })}</p>
            <p>
              <button type="submit" className="button button--small" name="intent" value="move">
                {t('queue.move.button')}
              </button>
            </p>
          </>
        )}
      </Form>
    </details>
  )
}
