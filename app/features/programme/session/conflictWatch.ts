import type { RecordKind, RecordOf, Talk } from '#shared/document/records'
import { ConflictChecker } from '#shared/programme/conflicts/conflictChecker'
import type { Conflict, ConflictSeverity, ProgrammeContext } from '#shared/programme/conflicts/types'
import { parseSlotRef, type SlotRef, slotValue } from '#shared/programme/slots'
import type { Placement, Timetable, TimetableStore } from '~/timetable/types'

/** Beyond so many slots a drag shows its conflicts when it ends: checking them all in each frame would make it stutter. */
const MAX_PREVIEWED = 60

/** What is wrong with the programme at this moment, while talks are dragged as well. */
export interface ConflictWatch {
  /** Errors first, then by time; what somebody has waived is not among them. */
  readonly conflicts: readonly Conflict[]
  /** Those that somebody has accepted, with a reason. */
  readonly waived: readonly Conflict[]
  conflictsOf(ref: SlotRef): readonly Conflict[]
  worstOf(ref: SlotRef): ConflictSeverity | null
  /** `concerned`: slots whose conflicts may be others now. */
  subscribe(listener: (concerned: readonly SlotRef[]) => void): () => void
  setContext(context: ProgrammeContext): void
  destroy(): void
}

export function createConflictWatch(
  store: TimetableStore,
  timetable: Pick<Timetable, 'state' | 'subscribe'>,
  context: ProgrammeContext,
): ConflictWatch {
  const checker = new ConflictChecker(store.plan, context)
  const listeners = new Set<(concerned: readonly SlotRef[]) => void>()
  let waivers = waivedKeys(store)
  let lists: { from: readonly Conflict[]; open: Conflict[]; waived: Conflict[] } | null = null
  let previewed: ReadonlyMap<SlotRef, Placement | null> = NOTHING
  let frame: number | null = null

  const split = () => {
    if (lists?.from !== checker.conflicts) {
      const all = checker.conflicts
      const isWaived = ({ key }: Conflict) => waivers.has(key)
      lists = { from: all, open: all.filter((one) => !isWaived(one)), waived: all.filter(isWaived) }
    }
    return lists
  }
  const read = <K extends RecordKind>(kind: K, id: string): RecordOf[K] | undefined => {
    const record = store.get(kind, id)
    if (kind !== 'talks' || !record || previewed.size === 0) return record
    return withPlacements(record as Talk, previewed) as RecordOf[K]
  }
  const tell = (concerned: Iterable<SlotRef>) => {
    const refs = [...concerned]
    if (refs.length > 0) for (const listener of listeners) listener(refs)
  }

  const stopStore = store.subscribe((touched) => {
    const concerned = new Set(checker.update(touched, read))
    if (touched.some(({ kind }) => kind === 'waivers')) {
      waivers = waivedKeys(store)
      lists = null
      for (const { slots } of checker.conflicts) for (const ref of slots) concerned.add(ref)
    }
    tell(concerned)
  })
  const follow = () => {
    frame = null
    const { preview } = timetable.state
    const placed = preview && preview.placed.size <= MAX_PREVIEWED ? preview.placed : NOTHING
    if (placed === previewed) return
    const talkIds = new Set([...previewed.keys(), ...placed.keys()].map((ref) => parseSlotRef(ref).talkId))
    previewed = placed
    tell(
      checker.update(
        [...talkIds].map((id) => ({ kind: 'talks', id })),
        read,
      ),
    )
  }
  const stopTimetable = timetable.subscribe((state, before) => {
    if (state.preview?.placed !== before.preview?.placed) frame ??= requestAnimationFrame(follow)
  })

  const isOpen = ({ key }: Conflict) => !waivers.has(key)
  return {
    get conflicts() {
      return split().open
    },
    get waived() {
      return split().waived
    },
    conflictsOf: (ref) => checker.of(ref).filter(isOpen),
    worstOf: (ref) =>
      waivers.size === 0 ? checker.worstOf(ref) : (checker.of(ref).filter(isOpen)[0]?.severity ?? null),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setContext: (next) => tell(checker.setContext(next)),
    destroy() {
      stopStore()
      stopTimetable()
      if (frame !== null) cancelAnimationFrame(frame)
      listeners.clear()
    },
  }
}

const NOTHING: ReadonlyMap<SlotRef, Placement | null> = new Map()

const waivedKeys = ({ plan }: TimetableStore): ReadonlySet<string> =>
  new Set([...plan.waivers.values()].map(({ conflict }) => conflict))

function withPlacements(talk: Talk, placed: ReadonlyMap<SlotRef, Placement | null>): Talk {
  let moved = talk
  for (const [ref, placement] of placed) {
    const { talkId, key } = parseSlotRef(ref)
    if (talkId === talk.id) moved = { ...moved, [key]: placement && slotValue(placement) }
  }
  return moved
}
