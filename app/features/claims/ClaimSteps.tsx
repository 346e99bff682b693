import { useTranslation } from 'react-i18next'
import type { OwnClaim } from './types'

const STEPS = ['held', 'claimed', 'confirmed'] as const

/** The way from a hold to a confirmed booth, with where one is. */
export function ClaimSteps({ state }: { state: OwnClaim['state'] }) {
  const { t } = useTranslation('claims')
  const here = STEPS.indexOf(state)
  return (
    <ol className="claim-steps" aria-label={t('steps.label')}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          className="claim-steps__step"
          data-reached={index <= here || undefined}
          aria-current={index === here ? 'step' : undefined}
        >
          {t(`steps.${step}`)}
          {index < here && <span className="visually-hidden">, {t('steps.done')}</span>}
        </li>
      ))}
    </ol>
  )
}
