import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { sortedStages } from '~/timetable/view/dayLayout'
import { useProgramme } from '../useProgramme'

/** The columns' heads, which stay while the day scrolls; a click opens what a stage is like. */
export function StageHeads() {
  const { t } = useTranslation('timetable')
  const { text } = useFormat()
  const { dialog } = useProgramme()
  const plan = usePlan()
  const { stages, halls } = plan
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the plan only stages and halls matter here
  const sorted = useMemo(() => sortedStages(plan), [stages, halls])
  return (
    <ul className="tt-heads" aria-label={t('grid.stages')}>
      {sorted.map((stage) => (
        <li key={stage.id} className="tt-head">
          <button
            type="button"
            className="tt-head__button"
            title={t('grid.editStage', { name: text(stage.name) })}
            onClick={() => dialog.set({ kind: 'stage', stageId: stage.id })}
          >
            <span className="tt-head__name">{text(stage.name)}</span>
            {stage.capacity !== undefined && (
              <span className="tt-head__seats">{t('grid.seats', { count: stage.capacity })}</span>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}
