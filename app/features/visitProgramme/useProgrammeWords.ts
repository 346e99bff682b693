import { useTranslation } from 'react-i18next'
import type { ProgrammeWords } from '~/lib/programmeView/programmeWords'

/** Sentences that the small script needs; their gaps stay open for it. */
export function useProgrammeWords(): ProgrammeWords {
  const { t } = useTranslation('programme')
  const gap = (name: string) => `{${name}}` as never
  return {
    foundOf: t('foundOf', { found: gap('found'), all: gap('all') }),
    foundAll: { one: t('found_one', { count: gap('count') }), other: t('found_other', { count: gap('count') }) },
    onDay: t('onDay', { day: gap('day'), found: gap('found') }),
    nothing: t('nothing.title', { search: gap('search') }),
    nothingFilter: t('nothing.titleFilter'),
    until: t('now.until', { time: gap('time') }),
    at: t('now.at', { time: gap('time') }),
    zoneDiffers: t('zone.differs', { difference: gap('difference') }),
    later: { one: t('zone.later_one', { count: gap('count') }), other: t('zone.later_other', { count: gap('count') }) },
    earlier: {
      one: t('zone.earlier_one', { count: gap('count') }),
      other: t('zone.earlier_other', { count: gap('count') }),
    },
    changed: t('live.changed'),
    reload: t('live.reload'),
    offline: t('live.offline'),
  }
}
