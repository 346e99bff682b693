import type { Stage, Talk } from '#shared/document/records'
import type { StageId, TalkId } from '#shared/kernel/ids'
import { slotsOf } from '../slots'
import { type HeldSlot, heldSlot, type Shared } from './rule'

/** The slots of talks that take place, found by what they have in common. */
export class HeldSlots {
  private readonly talks = new Map<TalkId, { talk: Talk; held: readonly HeldSlot[] }>()
  private readonly groups: Record<Shared, Map<string, Set<HeldSlot>>> = {
    stage: new Map(),
    person: new Map(),
    sector: new Map(),
  }
  /** Of stages that are gone too: they may come back. */
  private readonly talksByStage = new Map<StageId, Set<TalkId>>()
  private readonly sequels = new Map<TalkId, Set<TalkId>>()

  /** Of a talk that is not there, or has no time: none. */
  of(talkId: TalkId): readonly HeldSlot[] {
    return this.talks.get(talkId)?.held ?? []
  }

  *all(): Iterable<HeldSlot> {
    for (const { held } of this.talks.values()) yield* held
  }

  talk(talkId: TalkId): Talk | undefined {
    return this.talks.get(talkId)?.talk
  }

  talkIds(): Iterable<TalkId> {
    return this.talks.keys()
  }

  stageIds(): Iterable<string> {
    return this.groups.stage.keys()
  }

  sharing(what: Shared, id: string): ReadonlySet<HeldSlot> {
    return this.groups[what].get(id) ?? new Set()
  }

  talksOn(stageId: StageId): Iterable<TalkId> {
    return this.talksByStage.get(stageId) ?? []
  }

  /** Talks that must come after this one. */
  sequelsOf(talkId: TalkId): Iterable<TalkId> {
    return this.sequels.get(talkId) ?? []
  }

  /** Returns its slots. `stageOf`: the stage, if it is there. */
  enter(talk: Talk, stageOf: (id: StageId) => Stage | undefined): readonly HeldSlot[] {
    const held: HeldSlot[] = []
    for (const slot of slotsOf(talk)) {
      join(this.talksByStage, slot.stageId, talk.id)
      const stage = stageOf(slot.stageId)
      if (stage) held.push(heldSlot(talk, slot, stage))
    }
    if (talk.prerequisiteId !== null) join(this.sequels, talk.prerequisiteId, talk.id)
    for (const slot of held) for (const [what, id] of sharedBy(slot)) join(this.groups[what], id, slot)
    this.talks.set(talk.id, { talk, held })
    return held
  }

  /** Returns the slots that it had. */
  leave(talkId: TalkId): readonly HeldSlot[] {
    const entry = this.talks.get(talkId)
    if (!entry) return []
    const { talk, held } = entry
    for (const slot of slotsOf(talk)) part(this.talksByStage, slot.stageId, talkId)
    if (talk.prerequisiteId !== null) part(this.sequels, talk.prerequisiteId, talkId)
    for (const slot of held) for (const [what, id] of sharedBy(slot)) part(this.groups[what], id, slot)
    this.talks.delete(talkId)
    return held
  }
}

/** What this slot may have in common with others. */
export function sharedBy({ stage, talk, speakerIds }: HeldSlot): [Shared, string][] {
  const groups: [Shared, string][] = [['stage', stage.id]]
  for (const id of speakerIds) groups.push(['person', id])
  if (talk.sectorId !== null) groups.push(['sector', talk.sectorId])
  return groups
}

function join<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key)
  if (set) set.add(value)
  else map.set(key, new Set([value]))
}

function part<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key)
  set?.delete(value)
  if (set?.size === 0) map.delete(key)
}
