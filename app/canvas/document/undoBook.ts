import type { createUndoManager } from '#shared/document/fairDocument'
import type { RecordKey } from '#shared/document/records'
import type { Repair } from '#shared/protocol/sync'

type UndoManager = ReturnType<typeof createUndoManager>
type Step = UndoManager['undoStack'][number]

interface Note {
  /** Records that the step has to do with, as `kind/id`. */
  touched: Set<string>
  /** Those of them that it took out of the plan. */
  gone: Set<string>
}

/**
 * Remembers of every step which records it touched. A step whose whole effect the server has taken back must go: undoing
 * it would find nothing to do, and the library would then take the step before it along.
 */
export function createUndoBook(manager: UndoManager, isGone: (key: RecordKey) => boolean) {
  const notes = new WeakMap<Step, Note>()
  let fresh: Step[] = []
  manager.on('stack-item-added', ({ stackItem }) => fresh.push(stackItem))

  const forgetIn = (stack: Step[], repaired: ReadonlySet<string>): boolean => {
    const before = stack.length
    for (const step of [...stack]) {
      const note = notes.get(step)
      const undone = [...(note?.gone ?? [])].filter((key) => repaired.has(key))
      if (!note || undone.length === 0) continue
      for (const key of undone) {
        note.touched.delete(key)
        note.gone.delete(key)
      }
      if (note.touched.size === 0) stack.splice(stack.indexOf(step), 1)
    }
    return stack.length !== before
  }

  return {
    /** Called once a transaction, after the step that it made. */
    note(touched: readonly RecordKey[]): void {
      for (const step of fresh) {
        const name = ({ kind, id }: RecordKey) => `${kind}/${id}`
        notes.set(step, { touched: new Set(touched.map(name)), gone: new Set(touched.filter(isGone).map(name)) })
      }
      fresh = []
    },
    /** True when a step went. */
    forget({ kind, ids }: Repair): boolean {
      const repaired = new Set(ids.map((id) => `${kind}/${id}`))
      const undo = forgetIn(manager.undoStack, repaired)
      return forgetIn(manager.redoStack, repaired) || undo
    },
  }
}
