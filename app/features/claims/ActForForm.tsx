import { Form } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Select } from '~/components/Field'
import { FreeBoothOptions } from './FreeBoothOptions'
import type { FreeBooth } from './types'

export interface ActForFormProps {
  exhibitors: readonly { id: string; name: string; sectorIds: readonly string[] }[]
  free: readonly FreeBooth[]
  formKey: string
  /** Booth picked on the plan. */
  booth: string
  onBooth: (boothId: string) => void
  /** Chosen beforehand, by the address. */
  exhibitorId: string
  addHref: string
}

/** An organiser holds, claims or confirms a booth in an exhibitor's name. */
export function ActForForm({ exhibitors, free, formKey, booth, onBooth, exhibitorId, addHref }: ActForFormProps) {
  const { t } = useTranslation('claims')
  const [chosen, setChosen] = useState(exhibitorId)
  const sectorIds = exhibitors.find(({ id }) => id === chosen)?.sectorIds ?? []
  return (
    <details className="card fold" id="act-for" open={exhibitorId !== '' || booth !== '' || undefined}>
      <summary>
        <h2>{t('queue.actFor.title')}</h2>
      </summary>
      <div className="fold__body">
        <p className="field__hint">{t('queue.actFor.text')}</p>
        {exhibitors.length === 0 ? (
          <p>
            {t('queue.actFor.noExhibitors')} <a href={addHref}>{t('queue.actFor.addExhibitor')}</a>
          </p>
        ) : (
          <Form method="post" className="form" preventScrollReset>
            <input type="hidden" name="key" value={formKey} />
            <Select
              name="exhibitorId"
              label={t('queue.actFor.exhibitor')}
              required
              value={chosen}
              onChange={(event) => setChosen(event.currentTarget.value)}
            >
              <option value="">{t('queue.actFor.chooseExhibitor')}</option>
              {exhibitors.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
            <Select
              name="boothId"
              label={t('queue.actFor.booth')}
              required
              value={free.some(({ id }) => id === booth) ? booth : ''}
              onChange={(event) => onBooth(event.currentTarget.value)}
            >
              <option value="">{t('queue.move.choose')}</option>
              <FreeBoothOptions free={free} sectorIds={sectorIds} />
            </Select>
            <Select name="intent" label={t('queue.actFor.intent')} defaultValue="takeConfirmed">
              <option value="takeConfirmed">{t('queue.actFor.confirm')}</option>
              <option value="takeClaimed">{t('queue.actFor.claim')}</option>
              <option value="takeHeld">{t('queue.actFor.hold')}</option>
            </Select>
            <p>
              <button type="submit" className="button">
                {t('queue.actFor.button')}
              </button>
            </p>
          </Form>
        )}
      </div>
    </details>
  )
}
