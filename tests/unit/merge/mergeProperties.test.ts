import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPatch } from '#shared/document/fairDocument'
import type { Json, Patch, StoredFields } from '#shared/document/patch'
import type { RecordKind } from '#shared/document/records'
import { standingOf } from '#shared/merge/choose'
import type { Side } from '#shared/merge/dispute'
import { runs } from '../geometry/seed'
import { drop, START, set, twoSides } from './twoSides'

const place = fc.integer({ min: 0, max: 3 }).map((x) => [x, 0, 3000, 3000, 0])
const slot = fc.option(fc.tuple(fc.constant('st'), fc.integer({ min: 1, max: 3 }), fc.constant(30)))
const word = fc.constantFrom('x', 'y', 'z')
const boothEdit = fc.oneof(
  word.map((number) => ({ number })),
  place.map((place) => ({ place })),
  fc.constantFrom('s', null).map((sectorId) => ({ sectorId })),
  fc.boolean().map((removed) => ({ removed })),
)
const talkEdit = fc.oneof(
  word.map((nl) => ({ title: { nl } })),
  slot.map((slot) => ({ slot })),
  slot.map((again) => ({ 'slot:x': again ?? undefined })),
  fc.boolean().map((removed) => ({ removed })),
)
const edit: fc.Arbitrary<Patch> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom('a', 'b'), boothEdit).map(([id, fields]) => set('booths', id, fields)),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom('t', 'u'), talkEdit).map(([id, fields]) => set('talks', id, fields)),
  },
  { weight: 2, arbitrary: place.map((place) => set('walls', 'w', { place })) },
  { weight: 1, arbitrary: fc.constant(drop('walls', 'w')) },
)
const edits = fc.array(edit, { maxLength: 8 })

const RECORDS: readonly [RecordKind, string][] = [
  ['booths', 'a'],
  ['booths', 'b'],
  ['talks', 't'],
  ['talks', 'u'],
  ['walls', 'w'],
]
const isGone = (record: StoredFields | null) => record === null || record.removed === true
const text = (value: Json | undefined) => JSON.stringify(value ?? null)

interface Record4 {
  base: StoredFields | null
  mine: StoredFields | null
  theirs: StoredFields | null
  now: StoredFields | null
}

/** By comparing whole records: changed by both to something else, or changed by one and yet as it was before. */
function expected({ base, mine, theirs, now }: Record4, name: string): string[] {
  const fields = [...new Set([base, mine, theirs].flatMap((record) => Object.keys(record ?? {})))].filter(
    (field) => field !== 'removed',
  )
  const same = (a: StoredFields | null, b: StoredFields | null, field: string) => text(a?.[field]) === text(b?.[field])
  const changed = (side: StoredFields | null) => fields.filter((field) => !same(side, base, field))
  if (isGone(mine) && isGone(theirs)) return []
  if (isGone(mine)) return changed(theirs).length > 0 ? [name] : []
  if (isGone(theirs)) return changed(mine).length > 0 ? [name] : []
  return fields
    .filter((field) => {
      const [here, there] = [changed(mine).includes(field), changed(theirs).includes(field)]
      return here && there ? !same(mine, theirs, field) : (here || there) && same(now, base, field)
    })
    .map((field) => `${name}/${field}`)
}

function away(own: readonly Patch[], others: readonly Patch[]) {
  const sides = twoSides(START)
  const readAll = (side: Side) => new Map(RECORDS.map(([kind, id]) => [`${kind}/${id}`, sides.read(side, kind, id)]))
  const base = readAll('mine')
  for (const patch of own) sides.mine.apply(patch)
  for (const patch of others) applyPatch(sides.theirs, patch)
  const [mine, theirs] = [readAll('mine'), readAll('theirs')]
  return { sides, base, mine, theirs, disputes: sides.meet() }
}

describe('coming back, whatever both sides did', () => {
  it('lists every field that both changed differently and every removal against an edit, and nothing else', () => {
    fc.assert(
      fc.property(edits, edits, (own, others) => {
        const { sides, base, mine, theirs, disputes } = away(own, others)
        const wanted = RECORDS.flatMap(([kind, id]) => {
          const name = `${kind}/${id}`
          const of = (side: typeof base) => side.get(name) ?? null
          return expected(
            { base: of(base), mine: of(mine), theirs: of(theirs), now: sides.read('mine', kind, id) },
            name,
          )
        })
        expect(disputes.map(({ key }) => key).sort()).toEqual(wanted.sort())
      }),
      runs(400),
    )
  })

  it('makes stand what was chosen, on both sides, and nothing else', () => {
    fc.assert(
      fc.property(edits, edits, fc.infiniteStream(fc.constantFrom<Side>('mine', 'theirs')), (own, others, chosen) => {
        const { sides, mine, theirs, disputes } = away(own, others)
        const before = RECORDS.map(([kind, id]) => [kind, id, sides.read('mine', kind, id)] as const)
        const choices = disputes.map((dispute) => [dispute, chosen.next().value as Side] as const)
        sides.choose(choices)
        for (const [dispute, side] of choices) {
          const { kind, id } = dispute
          const now = sides.read('mine', kind, id)
          expect(standingOf(dispute, now)).toBe(side)
          const wanted = (side === 'mine' ? mine : theirs).get(`${kind}/${id}`) ?? null
          if (dispute.type === 'field') expect(text(now?.[dispute.unit])).toBe(text(wanted?.[dispute.unit]))
          else expect(isGone(now)).toBe(isGone(wanted))
        }
        for (const [kind, id, record] of before) {
          expect(sides.read('theirs', kind, id)).toEqual(sides.read('mine', kind, id))
          if (!disputes.some((dispute) => dispute.kind === kind && dispute.id === id)) {
            expect(sides.read('mine', kind, id)).toEqual(record)
          }
        }
      }),
      runs(300),
    )
  })

  it('is one step that undo takes back', () => {
    fc.assert(
      fc.property(edits, edits, (own, others) => {
        const { sides, disputes } = away(own, others)
        const before = RECORDS.map(([kind, id]) => sides.read('mine', kind, id))
        const moves = disputes.filter(
          (dispute) => standingOf(dispute, sides.read('mine', dispute.kind, dispute.id)) !== 'mine',
        )
        fc.pre(moves.length > 0)
        sides.choose(moves.map((dispute) => [dispute, 'mine'] as const))
        sides.mine.undo()
        expect(RECORDS.map(([kind, id]) => sides.read('mine', kind, id))).toEqual(before)
      }),
      runs(100),
    )
  })
})
