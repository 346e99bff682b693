import { useTranslation } from 'react-i18next'
import { useLang } from '~/lib/useLang'
import { useProgramme } from '../useProgramme'
import { useLayoutPart } from './useLayout'

/** What to do first, where there is nothing yet. */
export function GridEmpty() {
  const { t } = useTranslation('timetable')
  const lang = useLang()
  const { data } = useProgramme()
  const hasStages = useLayoutPart((layout) => layout.stages.length > 0)
  const hasTalks = useLayoutPart((layout) => layout.blocks.size > 0)
  if (!hasStages) {
    return (
      <section className="tt-empty float">
        <h2>{t('grid.noStagesTitle')}</h2>
        <p>{t('grid.noStagesText')}</p>
        <a className="button button--primary" href={`/${lang}/organise/${data.fairId}/plan`}>
          {t('toPlan')}
        </a>
      </section>
    )
  }
  if (hasTalks) return null
  return (
    <section className="tt-empty tt-empty--hint float">
      <h2>{t('grid.emptyTitle')}</h2>
      <p>{t('grid.emptyText')}</p>
    </section>
  )
}
