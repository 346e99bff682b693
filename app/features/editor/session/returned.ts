import { MAX_UPDATE_BYTES, type Patch, patchWeight, type StoredFields } from '#shared/document/patch'
import type { RecordKey } from '#shared/document/records'
import { choicesPatch } from '#shared/merge/choose'
import type { Dispute, Side } from '#shared/merge/dispute'
import { createValue, type Value } from '~/lib/value'
import { NOTHING_UNDECIDED, type ReturnNotes, type Undecided } from '~/realtime/returnNotes'

/** What both sides changed while this window was away, until the person has decided. */
export interface Returned extends Pick<Value<Undecided>, 'current' | 'subscribe'> {
  /** A record as it stands now. */
  read(key: RecordKey): StoredFields | null
  add(disputes: readonly Dispute[]): void
  setLater(later: boolean): void
  /** Carries out the choices, by key, as edits; what was not chosen stays as it is. Nothing is left to decide. */
  decide(choices: ReadonlyMap<string, Side>): void
}

export interface ReturnedOptions {
  notes: Pick<ReturnNotes, 'undecided' | 'setUndecided'> | null
  read: Returned['read']
  apply: (patch: Patch) => void
}

export function createReturned({ notes, read, apply }: ReturnedOptions): Returned {
  const value = createValue<Undecided>(notes?.undecided ?? NOTHING_UNDECIDED)
  const set = (undecided: Undecided) => {
    value.set(undecided)
    notes?.setUndecided(undecided)
  }
  return {
    get current() {
      return value.current
    },
    subscribe: value.subscribe,
    read,
    add(disputes) {
      if (disputes.length === 0) return
      const all = new Map([...value.current.disputes, ...disputes].map((dispute) => [dispute.key, dispute]))
      set({ disputes: [...all.values()], later: false })
    },
    setLater(later) {
      if (value.current.later !== later) set({ ...value.current, later })
    },
    decide(choices) {
      const chosen = value.current.disputes.flatMap((dispute) => {
        const side = choices.get(dispute.key)
        return side ? [[dispute, side] as const] : []
      })
      for (const patch of inSteps(choicesPatch(chosen, read))) apply(patch)
      set(NOTHING_UNDECIDED)
    },
  }
}

/** One step as a rule; more where the server would refuse so much at once. */
function inSteps(patch: Patch): Patch[] {
  if (patchWeight(patch) <= MAX_UPDATE_BYTES || patch.length < 2) return [patch]
  const middle = Math.ceil(patch.length / 2)
  return [...inSteps(patch.slice(0, middle)), ...inSteps(patch.slice(middle))]
}
