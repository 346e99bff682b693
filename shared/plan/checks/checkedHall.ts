import type { PlacedKind } from '#shared/document/records'
import { SpatialIndex } from '#shared/geometry/spatialIndex'
import type { ItemKey } from '../itemKey'
import { GROUP_RULES } from './rules'
import type { GroupRule, HallFloor, Subject } from './types'

interface Group {
  rule: GroupRule
  members: Set<ItemKey>
}

/** The things of one hall, found by place, by kind and by the groups that rules put them into. */
export class CheckedHall {
  /** null while no hall of this id exists: then nothing in it is checked. */
  floor: HallFloor | null = null
  readonly index = new SpatialIndex<ItemKey>()
  private readonly kinds = new Map<PlacedKind, Set<ItemKey>>()
  readonly groups = new Map<string, Group>()

  /** Without the index, for many at once. */
  join(subject: Subject): void {
    const kind = this.kinds.get(subject.kind)
    if (kind) kind.add(subject.key)
    else this.kinds.set(subject.kind, new Set([subject.key]))
    for (const [name, rule] of groupsOf(subject)) {
      const group = this.groups.get(name)
      if (group) group.members.add(subject.key)
      else this.groups.set(name, { rule, members: new Set([subject.key]) })
    }
  }

  enter(subject: Subject): void {
    this.index.set(subject.key, subject.box)
    this.join(subject)
  }

  leave(subject: Subject): void {
    this.index.delete(subject.key)
    this.kinds.get(subject.kind)?.delete(subject.key)
    for (const [name] of groupsOf(subject)) {
      const group = this.groups.get(name)
      group?.members.delete(subject.key)
      if (group?.members.size === 0) this.groups.delete(name)
    }
  }

  /** Things whose box touches the subject's. */
  touching(subject: Subject): ItemKey[] {
    return this.index.search(subject.box)
  }

  /** The few of the rule's anchor kind; of those themselves everything in the hall. */
  anchored(subject: Subject, anchor: PlacedKind): Iterable<ItemKey> {
    return subject.kind === anchor ? this.index.keys() : (this.kinds.get(anchor) ?? [])
  }
}

/** Names of the groups a thing is in, unique within its hall. */
export const groupsOf = (subject: Subject): (readonly [string, GroupRule])[] =>
  GROUP_RULES.flatMap((rule) => {
    const name = rule.groupOf(subject)
    return name === null ? [] : [[`${rule.id} ${name}`, rule] as const]
  })
