import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { StoredFields } from '#shared/document/patch'
import { ConflictChecker, checkProgramme } from '#shared/programme/conflicts/conflictChecker'
import { slotRef, slotsOf } from '#shared/programme/slots'
import { MemoryDocument } from '~/canvas/editor/memoryPlanStore'
import { bruteForce } from './bruteForce'
import { told } from './fixtures'
import { anyContext, anyNight, anyProgramme, anySlot, anyTalkFields, runs, seed } from './programmeArbitrary'

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
console.log(`seed ${seed}`)

const anySituation = (most?: number) =>
  anyNight.chain((night) => fc.tuple(fc.constant(night), anyProgramme(night, most), anyContext(night)))

describe('checkProgramme', () => {
  it('finds what looking at every minute finds, over midnight and both changes of summer time', () => {
    const counts = new Map<string, number>()
    fc.assert(
      fc.property(anySituation(), ([, plan, context]) => {
        const conflicts = checkProgramme(plan, context)
        for (const { rule } of conflicts) counts.set(rule, (counts.get(rule) ?? 0) + 1)
        expect(conflicts.map(told).sort()).toEqual(bruteForce(plan, context))
        expect(new Set(conflicts.map(({ key }) => key)).size).toBe(conflicts.length)
        for (const { key } of conflicts) expect(key.length).toBeLessThanOrEqual(500)
      }),
      runs(300),
    )
    // A property that never meets a rule proves nothing of it.
    expect([...counts.keys()].length, [...counts].join(' ')).toBe(12)
  })
})

describe('ConflictChecker', () => {
  it('after any edits knows the same as one that starts anew, and names all slots that changed', () => {
    const anyStep = anyNight.chain((night) =>
      fc.record({
        what: fc.constantFrom('slot', 'slot', 'repeat', 'unschedule', 'fields', 'delete', 'stage', 'hall', 'context'),
        pick: fc.nat(),
        slot: anySlot(night),
        fields: anyTalkFields(night),
        context: anyContext(night),
      }),
    )
    fc.assert(
      fc.property(
        anySituation(10),
        fc.array(anyStep, { minLength: 1, maxLength: 10 }),
        ([, plan, firstContext], steps) => {
          const store = new MemoryDocument(plan).connect()
          let context = firstContext
          const checker = new ConflictChecker(store.plan, context)
          const followed = (change: () => ReadonlySet<string>) => {
            const before = new Map(refsOf(store.plan).map((ref) => [ref, checker.of(ref).map(told).join()]))
            const concerned = change()
            for (const ref of new Set([...before.keys(), ...refsOf(store.plan)]))
              if ((before.get(ref) ?? '') !== checker.of(ref).map(told).join()) expect(concerned).toContain(ref)
          }
          let concerned: ReadonlySet<string> = new Set()
          store.subscribe((touched) => {
            concerned = checker.update(touched, (kind, id) => store.get(kind, id))
          })
          for (const step of steps) {
            followed(() => {
              concerned = new Set()
              if (step.what !== 'context') act(store, step)
              else {
                context = step.context
                concerned = checker.setContext(context)
              }
              return concerned
            })
            const fresh = checkProgramme(store.plan, context)
            expect(checker.conflicts).toEqual(fresh)
            for (const ref of refsOf(store.plan)) {
              const own = fresh.filter(({ slots }) => slots.includes(ref))
              expect(checker.of(ref)).toEqual(own)
              expect(checker.worstOf(ref)).toBe(own[0]?.severity ?? null)
            }
          }
        },
      ),
      runs(150),
    )
  })

  it('keeps the same list as long as nothing changes', () => {
    fc.assert(
      fc.property(anySituation(), ([, plan, context]) => {
        const checker = new ConflictChecker(plan, context)
        const before = checker.conflicts
        expect(checker.conflicts).toBe(before)
        checker.update(
          [...plan.talks.keys()].map((id) => ({ kind: 'talks', id })),
          (kind, id) => plan[kind].get(id),
        )
        expect(checker.conflicts).toEqual(before)
      }),
      runs(60),
    )
  })
})

type Store = ReturnType<MemoryDocument['connect']>
interface Step {
  what: string
  pick: number
  slot: [string, number, number]
  fields: object
}

function act(store: Store, { what, pick, slot, fields }: Step): void {
  const id = `t${pick % 10}`
  const one = ['a', 'b', 'c', 'd', 'lost'][pick % 5]!
  if (what === 'slot') store.apply([{ op: 'set', kind: 'talks', id, fields: { slot } }])
  else if (what === 'repeat') store.apply([{ op: 'set', kind: 'talks', id, fields: { 'slot:r5': slot } }])
  else if (what === 'unschedule')
    store.apply([{ op: 'set', kind: 'talks', id, fields: { slot: null, 'slot:r0': undefined } }])
  else if (what === 'fields') store.apply([{ op: 'put', kind: 'talks', id, fields: fields as StoredFields }])
  else if (what === 'delete') store.apply([{ op: 'delete', kind: 'talks', id }])
  else if (what === 'hall') {
    const outline = [
      [0, 0],
      [1, 0],
      [1, 1],
    ]
    const hall = ['h1', 'h2', 'h9'][pick % 3]!
    if (store.plan.halls.has(hall)) store.apply([{ op: 'delete', kind: 'halls', id: hall }])
    else store.apply([{ op: 'put', kind: 'halls', id: hall, fields: { name: { nl: hall }, outline } }])
  } else if (pick % 2 === 0) {
    const place = [slot[1] % 500_000, slot[2] * 3000, 4000, 4000, 0]
    store.apply([
      {
        op: 'put',
        kind: 'stages',
        id: one,
        fields: { hallId: 'h1', name: { nl: one }, place, capacity: slot[2], availability: [[slot[1], slot[1] + 60]] },
      },
    ])
  } else store.apply([{ op: 'delete', kind: 'stages', id: one }])
}

const refsOf = (plan: Store['plan']): string[] =>
  [...plan.talks.values()].flatMap((talk) => slotsOf(talk).map(({ key }) => slotRef(talk.id, key)))
