import * as Y from 'yjs'
import { applyPatch, createFairDocument, type FairDocument, recordFields } from '#shared/document/fairDocument'
import type { Patch } from '#shared/document/patch'
import type { RecordKey } from '#shared/document/records'
import { choicesPatch } from '#shared/merge/choose'
import type { Dispute, Side } from '#shared/merge/dispute'
import { createFairStore, type FairStore } from '~/canvas/document/fairStore'
import { createReturnWatch, type ReturnWatch } from '~/realtime/returnWatch'

const FLOOR = [
  [0, 0],
  [9000, 0],
  [9000, 9000],
]
const SQUARE = [0, 0, 3000, 3000, 0]

/** A hall with two booths and a wall, a stage, a sector and two talks. */
export const START: Patch = [
  { op: 'put', kind: 'halls', id: 'h', fields: { name: { nl: 'Hal' }, outline: FLOOR } },
  { op: 'put', kind: 'sectors', id: 's', fields: { name: { nl: 'Muziek' }, code: 'MU', tint: 1 } },
  { op: 'put', kind: 'booths', id: 'a', fields: { hallId: 'h', number: 'A1', sectorId: null, place: SQUARE } },
  { op: 'put', kind: 'booths', id: 'b', fields: { hallId: 'h', number: 'A2', sectorId: null, place: SQUARE } },
  { op: 'put', kind: 'walls', id: 'w', fields: { hallId: 'h', place: SQUARE } },
  { op: 'put', kind: 'stages', id: 'st', fields: { hallId: 'h', name: { nl: 'Podium' }, place: SQUARE } },
  { op: 'put', kind: 'talks', id: 't', fields: { title: { nl: 'Adem' } } },
  { op: 'put', kind: 'talks', id: 'u', fields: { title: { nl: 'Stem' } } },
]

export const set = (kind: RecordKey['kind'], id: string, fields: Record<string, unknown>): Patch =>
  [{ op: 'set', kind, id, fields }] as Patch
export const drop = (kind: RecordKey['kind'], id: string): Patch => [{ op: 'delete', kind, id }]
export const put = (kind: RecordKey['kind'], id: string, fields: Record<string, unknown>): Patch =>
  [{ op: 'put', kind, id, fields }] as Patch

export interface TwoSides {
  mine: FairStore
  theirs: FairDocument
  doc: FairDocument
  watch: ReturnWatch
  /** Both sides come together, as on coming back online. */
  meet: () => Dispute[]
  /** Carries out choices, and brings both together again. */
  choose: (choices: Iterable<readonly [Dispute, Side]>) => void
  read: (side: 'mine' | 'theirs', kind: RecordKey['kind'], id: string) => ReturnType<typeof recordFields>
}

/** A window that went away, and the server where others go on. */
export function twoSides(start: Patch = START): TwoSides {
  const [doc, theirs] = [createFairDocument(), createFairDocument()]
  applyPatch(theirs, start)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs))
  const watch: ReturnWatch = createReturnWatch({ doc, plan: () => mine.plan, notes: null, accountOf: () => 'ann' })
  const mine = createFairStore(doc, { onTooLarge: () => {}, onOwn: (edits) => watch.note(edits, false) })
  const together = () => {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(doc)))
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(theirs)))
  }
  return {
    mine,
    theirs,
    doc,
    watch,
    meet() {
      if (watch.isAway) watch.hear(Y.encodeStateAsUpdate(theirs))
      together()
      return watch.settle()
    },
    choose(choices) {
      mine.apply(choicesPatch(choices, (key) => recordFields(doc, key)))
      together()
    },
    read: (side, kind, id) => recordFields(side === 'mine' ? doc : theirs, { kind, id }),
  }
}
