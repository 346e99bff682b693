import { useTranslation } from 'react-i18next'
import type { FairOverview, SetupStep } from '#server/services/fairs/fairOverview'
import { useLang } from '~/lib/useLang'
import { type OrganiserSection, organisePath } from './OrganiserNav'

const WHERE: Record<SetupStep, OrganiserSection> = {
  hours: 'settings',
  booths: 'plan',
  sectors: 'plan',
  team: 'team',
  exhibitors: 'exhibitors',
  release: 'release',
}

/** What a fair still needs, in the order in which it is done; the first thing not done stands out. */
export function SetupSteps({ fairId, setup }: { fairId: string; setup: FairOverview['setup'] }) {
  const { t } = useTranslation('fairs')
  const lang = useLang()
  const next = setup.find(({ done }) => !done)?.step
  if (next === undefined) return <p>{t('overview.ready')}</p>
  return (
    <ol className="steps">
      {setup.map(({ step, done }) => (
        <li key={step} className={done ? 'steps__step steps__step--done' : 'steps__step'}>
          {done ? (
            <span>
              {t(`overview.steps.${step}`)} <span className="visually-hidden">({t('overview.done')})</span>
            </span>
          ) : (
            <a
              className={step === next ? 'button button--primary' : undefined}
              href={organisePath(lang, fairId, WHERE[step])}
            >
              {t(`overview.steps.${step}`)}
            </a>
          )}
        </li>
      ))}
    </ol>
  )
}
