import { useTranslation } from 'react-i18next'
import { BOOTH_STATUSES } from '#shared/claims/status'
import type { VisitWords } from '~/lib/planView/visitWords'

/** Sentences that the small script needs; their gaps stay open for it. */
export function useVisitWords(): VisitWords {
  const { t } = useTranslation(['visit', 'booths'])
  const perStatus = (word: (status: (typeof BOOTH_STATUSES)[number]) => string) =>
    Object.fromEntries(BOOTH_STATUSES.map((status) => [status, word(status)])) as VisitWords['status']
  return {
    status: perStatus((status) => t(`booths:status.${status}`)),
    nobody: perStatus((status) => t(`booth.nobody.${status}`)),
    foundOf: t('plan.foundOf', { found: '{found}', all: '{all}' }),
    foundAll: {
      one: t('plan.found_one', { count: '{count}' as never }),
      other: t('plan.found_other', { count: '{count}' as never }),
    },
    inHall: t('plan.inHall', { hall: '{hall}', found: '{found}' }),
    nothing: t('plan.nothing.title', { search: '{search}' }),
    nothingFilter: t('plan.nothing.titleFilter'),
    copied: t('plan.copied'),
    copy: t('plan.copy'),
    copyFailed: t('plan.copyFailed', { address: '{address}' }),
    wheelHint: t('plan.wheelHint'),
    touchHint: t('plan.touchHint'),
    newPlan: t('plan.newPlan'),
    reload: t('plan.reload'),
    offline: t('plan.offline'),
  }
}
