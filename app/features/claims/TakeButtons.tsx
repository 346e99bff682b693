import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

export interface TakeButtonsProps {
  boothId: string
  number: string
  /** Made anew with every page: the same form sent twice is one request. */
  formKey: string
  holdHours: number
  /** Only the claim: for what is already held. */
  held?: boolean
  prominent?: boolean
}

export function TakeButtons({
  boothId,
  number,
  formKey,
  holdHours,
  held = false,
  prominent = false,
}: TakeButtonsProps) {
  const { t } = useTranslation('claims')
  const navigation = useNavigation()
  const sending = navigation.formData?.get('boothId') === boothId ? navigation.formData.get('intent') : null
  const size = prominent ? '' : ' button--small'
  const ofBooth = <span className="visually-hidden"> {t('take.ofBooth', { number })}</span>
  return (
    <Form method="post" className="take" preventScrollReset>
      <input type="hidden" name="boothId" value={boothId} />
      <input type="hidden" name="key" value={formKey} />
      {!held && (
        <button
          type="submit"
          className={`button${size}`}
          name="intent"
          value="hold"
          aria-disabled={sending !== null || undefined}
        >
          {sending === 'hold' ? t('take.busy') : t('take.holdHours', { hours: holdHours })}
          {ofBooth}
        </button>
      )}
      <button
        type="submit"
        className={`button button--primary${size}`}
        name="intent"
        value="claim"
        aria-disabled={sending !== null || undefined}
      >
        {sending === 'claim' ? t('take.busy') : t(held ? 'take.claimNow' : 'take.claim')}
        {ofBooth}
      </button>
    </Form>
  )
}
