import { areaOf, standingBooths } from '#shared/document/plan'
import { type Booth, type Plan, RECORD_KINDS, type RecordKind, type RecordOf } from '#shared/document/records'
import { boundsOf } from '#shared/geometry/place'
import { edgesOf } from '#shared/geometry/polygons'
import type { Point } from '#shared/geometry/types'
import { distance } from '#shared/geometry/vectors'
import { canonicalJson } from '#shared/kernel/canonicalJson'
import { compareNumbers } from './boothNumbers'

export const BOOTH_CHANGES = ['moved', 'resized', 'renumbered', 'resectored'] as const
export type BoothChange = (typeof BOOTH_CHANGES)[number]

export interface ChangedBooth {
  before: Booth
  after: Booth
  changes: BoothChange[]
}

/** Talks have a diff of their own (shared/programme/queries); what was waived is the organisers'. */
export type OtherKind = Exclude<RecordKind, 'booths' | 'talks' | 'waivers'>
const isOther = (kind: RecordKind): kind is OtherKind => kind !== 'booths' && kind !== 'talks' && kind !== 'waivers'

export interface OtherChange {
  kind: OtherKind
  id: string
  change: 'new' | 'changed' | 'gone'
  /** The record after the change, of one that is gone the one before. */
  record: RecordOf[OtherKind]
}

export interface PlanDiff {
  newBooths: Booth[]
  changedBooths: ChangedBooth[]
  goneBooths: Booth[]
  others: OtherChange[]
  /** How many things differ. */
  count: number
}

/** What a reader of the one plan must know to trust the other: everything by id, booths by what happened to them. */
export function planDiff(before: Plan, after: Plan): PlanDiff {
  const old = new Map(standingBooths(before).map((booth) => [booth.id, booth]))
  const newBooths: Booth[] = []
  const changedBooths: ChangedBooth[] = []
  for (const booth of standingBooths(after)) {
    const was = old.get(booth.id)
    old.delete(booth.id)
    if (!was) newBooths.push(booth)
    else {
      const changes = boothChanges(was, booth)
      if (changes.length > 0) changedBooths.push({ before: was, after: booth, changes })
    }
  }
  const goneBooths = [...old.values()]
  newBooths.sort((a, b) => compareNumbers(a.number, b.number))
  goneBooths.sort((a, b) => compareNumbers(a.number, b.number))
  changedBooths.sort((a, b) => compareNumbers(a.after.number, b.after.number))
  const others = otherChanges(before, after)
  const count = newBooths.length + changedBooths.length + goneBooths.length + others.length
  return { newBooths, changedBooths, goneBooths, others, count }
}

export function boothChanges(before: Booth, after: Booth): BoothChange[] {
  const resized = !sameSize(before, after)
  const changes: BoothChange[] = []
  if (before.hallId !== after.hallId || (resized ? !sameCentre(before, after) : !sameSpot(before, after))) {
    changes.push('moved')
  }
  if (resized) changes.push('resized')
  if (before.number !== after.number) changes.push('renumbered')
  if (before.sectorId !== after.sectorId) changes.push('resectored')
  return changes
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const sameSpot = (a: Booth, b: Booth): boolean => sameJson([a.place, a.outline], [b.place, b.outline])

/** A side dragged outwards moves the middle by half as much: only more than that is a move as well. */
function sameCentre(a: Booth, b: Booth): boolean {
  const [one, two] = [boxAroundBooth(a), boxAroundBooth(b)]
  return one.minX <= two.maxX && two.minX <= one.maxX && one.minY <= two.maxY && two.minY <= one.maxY
}

function boxAroundBooth(booth: Booth) {
  if (booth.outline) return boundsOf(booth.outline)
  const [x, y, width, depth] = booth.place ?? [0, 0, 0, 0, 0]
  return { minX: x, minY: y, maxX: x + width, maxY: y + depth }
}

/** Corners of outlines are rounded when they are turned. */
const ROUNDING_MM = 3

function sameSize(a: Booth, b: Booth): boolean {
  if (a.place && b.place) return a.place[2] === b.place[2] && a.place[3] === b.place[3]
  if (!a.outline || !b.outline) return Math.abs(areaOf(a) - areaOf(b)) < 1
  const [one, two] = [sideLengths(a.outline), sideLengths(b.outline)]
  return one.length === two.length && one.every((length, i) => Math.abs(length - (two[i] as number)) <= ROUNDING_MM)
}

const sideLengths = (ring: readonly Point[]): number[] => [...edgesOf(ring)].map(([a, b]) => distance(a, b))

function otherChanges(before: Plan, after: Plan): OtherChange[] {
  const changes: OtherChange[] = []
  for (const kind of RECORD_KINDS) {
    if (!isOther(kind)) continue
    for (const [id, record] of after[kind]) {
      const was = before[kind].get(id)
      if (!was) changes.push({ kind, id, change: 'new', record })
      else if (was !== record && canonicalJson(was) !== canonicalJson(record))
        changes.push({ kind, id, change: 'changed', record })
    }
    for (const [id, record] of before[kind])
      if (!after[kind].has(id)) changes.push({ kind, id, change: 'gone', record })
  }
  return changes
}
