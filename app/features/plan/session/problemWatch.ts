import type { RecordKind, RecordOf } from '#shared/document/records'
import { PlanChecker } from '#shared/plan/checks/planChecker'
import type { Problem } from '#shared/plan/checks/types'
import { type ItemKey, itemOf, splitKey } from '#shared/plan/itemKey'
import type { Editor, PlanStore, Preview } from '~/canvas/editor/types'

/** Beyond so many things a drag shows its problems when it ends: checking them all in each frame would make it stutter. */
const MAX_PREVIEWED = 150

export interface ProblemWatch {
  readonly problems: readonly Problem[]
  worstOf(key: ItemKey): Problem['severity'] | null
  problemsOf(key: ItemKey): readonly Problem[]
  subscribe(listener: (concerned: readonly ItemKey[]) => void): () => void
  destroy(): void
}

/** What is wrong with the plan at this moment, while things are dragged as well. */
export function createProblemWatch(store: PlanStore, editor: Editor): ProblemWatch {
  const checker = new PlanChecker(store.plan)
  const listeners = new Set<(concerned: readonly ItemKey[]) => void>()
  let previewed: Preview['moved'] = new Map()
  let frame: number | null = null

  const read = <K extends RecordKind>(kind: K, id: string): RecordOf[K] | undefined => {
    const record = store.get(kind, id)
    const shape = record && previewed.get(`${kind}/${id}` as ItemKey)
    return shape ? ({ ...record, place: shape.place, outline: shape.outline } as unknown as RecordOf[K]) : record
  }
  const tell = (concerned: ReadonlySet<ItemKey>) => {
    if (concerned.size === 0) return
    const keys = [...concerned]
    for (const listener of listeners) listener(keys)
  }

  const stopStore = store.subscribe((touched) => tell(checker.update(touched, read)))
  const follow = () => {
    frame = null
    const moved = editor.state.preview?.moved ?? new Map()
    if (moved === previewed || moved.size > MAX_PREVIEWED) return
    const keys = new Set<ItemKey>([...previewed.keys(), ...moved.keys()])
    previewed = moved
    tell(checker.update([...keys].filter((key) => itemOf(store.plan, key)).map(splitKey), read))
  }
  const stopEditor = editor.subscribe((state, before) => {
    if (state.preview?.moved !== before.preview?.moved) frame ??= requestAnimationFrame(follow)
  })

  return {
    get problems() {
      return checker.problems
    },
    worstOf: (key) => checker.worstOf(key),
    problemsOf: (key) => checker.problemsOf(key),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy() {
      stopStore()
      stopEditor()
      if (frame !== null) cancelAnimationFrame(frame)
      listeners.clear()
    },
  }
}
