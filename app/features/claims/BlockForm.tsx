import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { MAX_REASON } from '#shared/claims/inputs'
import { Field, Select } from '~/components/Field'
import { FreeBoothOptions } from './FreeBoothOptions'
import type { FreeBooth } from './types'

export interface BlockFormProps {
  free: readonly FreeBooth[]
  booth: string
  onBooth: (boothId: string) => void
}

/** Keeps a free booth back, with a word why. */
export function BlockForm({ free, booth, onBooth }: BlockFormProps) {
  const { t } = useTranslation('claims')
  return (
    <details className="card fold" open={booth !== '' || undefined}>
      <summary>
        <h2>{t('queue.block.title')}</h2>
      </summary>
      <div className="fold__body">
        <p className="field__hint">{t('queue.block.text')}</p>
        <Form method="post" className="form" preventScrollReset>
          <Select
            name="boothId"
            label={t('queue.block.booth')}
            required
            value={free.some(({ id }) => id === booth) ? booth : ''}
            onChange={(event) => onBooth(event.currentTarget.value)}
          >
            <option value="">{t('queue.move.choose')}</option>
            <FreeBoothOptions free={free} sectorIds={[]} />
          </Select>
          <Field name="reason" label={t('queue.block.reason')} maxLength={MAX_REASON} optional autoComplete="off" />
          <p>
            <button type="submit" className="button" name="intent" value="block">
              {t('queue.block.button')}
            </button>
          </p>
        </Form>
      </div>
    </details>
  )
}
