import type { Hall } from '#shared/document/records'
import type { HallId } from '#shared/kernel/ids'
import { compareNumbers } from '#shared/plan/queries/boothNumbers'
import type { Editor, PlanStore } from '~/canvas/editor/types'
import { readSetting, writeSetting } from '~/features/editor/session/settings'

/** Halls as lists show them: by name, `Hall 2` before `Hall 10`. */
export const sortedHalls = (halls: ReadonlyMap<string, Hall>): Hall[] =>
  [...halls.values()].sort((a, b) => compareNumbers(a.name.nl, b.name.nl) || (a.id < b.id ? -1 : 1))

/** Keeps the editor in a hall that exists: the one of the last visit, else the first. */
export function followHalls(store: PlanStore, editor: Editor, fairId: string): () => void {
  const setting = `hall:${fairId}`
  const choose = () => {
    const { hallId } = editor.state
    if (hallId !== null && store.get('halls', hallId)) return
    const remembered = readSetting(setting)
    const hall = store.get('halls', remembered ?? '') ?? sortedHalls(store.plan.halls)[0]
    if ((hall?.id ?? null) !== hallId) editor.setHall((hall?.id ?? null) as HallId | null)
  }
  choose()
  const stops = [
    store.subscribe((touched) => {
      if (touched.some(({ kind }) => kind === 'halls')) choose()
    }),
    editor.subscribe((state, before) => {
      if (state.hallId !== before.hallId && state.hallId !== null) writeSetting(setting, state.hallId)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
