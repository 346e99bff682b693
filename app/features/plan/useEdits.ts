import { useMemo } from 'react'
import type { Json, Patch } from '#shared/document/patch'
import type { RecordKind } from '#shared/document/records'
import type { Edit } from '#shared/plan/ops/edit'
import { editFields } from '#shared/plan/ops/editFields'
import { useSession } from './useSession'

/** How panels change the plan: through the ops, as one step, asked first where booths are claimed. */
export function useEdits() {
  const { editor, store, notices } = useSession()
  return useMemo(() => {
    const apply = (patch: Patch): void => void editor.applyPatch(patch)
    const run = (edit: Edit): boolean => {
      if (edit.ok) apply(edit.patch)
      else notices.say(edit.code, edit.params)
      return edit.ok
    }
    const setFields = (kind: RecordKind, id: string, fields: Readonly<Record<string, Json | undefined>>): boolean =>
      run(editFields(store.plan, { kind, id, fields }))
    return { apply, run, setFields }
  }, [editor, store, notices])
}
