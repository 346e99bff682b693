import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { itemOf } from '#shared/plan/itemKey'
import { Panel } from '~/features/editor/parts/Panel'
import { usePlan } from '~/features/editor/useLive'
import { useEditorState } from '../useSession'
import { HallInspector } from './HallInspector'
import { ItemInspector } from './ItemInspector'
import { SelectionInspector } from './SelectionInspector'

/** What is selected, with everything that can be changed of it; without a selection the hall. */
export function Inspector() {
  const { t } = useTranslation('editor')
  const plan = usePlan()
  const selection = useEditorState((state) => state.selection)
  const hallId = useEditorState((state) => state.hallId)
  const keys = useMemo(() => [...selection].filter((key) => itemOf(plan, key)), [selection, plan])
  const hall = hallId === null ? undefined : plan.halls.get(hallId)
  const [first] = keys
  const record = first && itemOf(plan, first)

  const title =
    keys.length > 1 ? t('inspector.several', { count: keys.length }) : record ? t('inspector.one') : t('inspector.hall')
  return (
    <Panel name="inspector" title={title}>
      {keys.length > 1 ? (
        <SelectionInspector keys={keys} />
      ) : first && record ? (
        <ItemInspector key={first} itemKey={first} record={record} />
      ) : hall ? (
        <HallInspector key={hall.id} hall={hall} />
      ) : (
        <p className="panel__empty">{t('inspector.nothing')}</p>
      )}
    </Panel>
  )
}
