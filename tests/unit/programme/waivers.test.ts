import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyPatch, encodePlan, readPlan } from '#shared/document/fairDocument'
import type { AccountId } from '#shared/kernel/ids'
import { ID_PATTERN } from '#shared/kernel/ids'
import { checkProgramme } from '#shared/programme/conflicts/conflictChecker'
import { openErrors, waiverId, waiverOf } from '#shared/programme/conflicts/waivers'
import { unwaiveConflict, waiveConflict } from '#shared/programme/ops/waiveConflict'
import { at, contextOf, programmeOf, stage, talk } from './fixtures'

const plan = programmeOf({
  stages: [stage('a', [10, 10], { capacity: 1 })],
  talks: [talk('t', ['a', at('10:00'), 30], { audience: 2 }), talk('u', ['a', at('10:10'), 30])],
})
const conflicts = checkProgramme(plan, contextOf())
const [double] = conflicts
const waive = (reason: string, accountId = 'me') => {
  const edit = waiveConflict({ conflict: double!, reason, accountId: accountId as AccountId, at: new Date(5) })
  return edit.ok ? edit.patch : []
}

describe('waivers', () => {
  it('take errors from those that stand in the way; warnings never did', () => {
    expect(conflicts.map(({ rule }) => rule)).toEqual(['stageDouble', 'overCapacity'])
    expect(openErrors(conflicts, plan)).toEqual([double])
    const doc = new Y.Doc()
    Y.applyUpdate(doc, encodePlan(plan))
    applyPatch(doc, waive(' They share it. '))
    const waived = readPlan(doc).plan
    expect(waiverOf(waived, double!)).toMatchObject({ reason: 'They share it.', accountId: 'me', at: 5 })
    expect(openErrors(conflicts, waived)).toEqual([])
    applyPatch(doc, unwaiveConflict(waived, double!))
    expect(openErrors(conflicts, readPlan(doc).plan)).toEqual([double])
  })

  it('of two people at once become one', () => {
    const docs = [new Y.Doc(), new Y.Doc()] as const
    for (const doc of docs) Y.applyUpdate(doc, encodePlan(plan))
    applyPatch(docs[0], waive('One', 'a'))
    applyPatch(docs[1], waive('Two', 'b'))
    Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1]))
    Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]))
    const [one, two] = docs.map((doc) => readPlan(doc).plan.waivers)
    expect(one!.size).toBe(1)
    expect(one).toEqual(two)
  })

  it('need a reason, and count under any id', () => {
    expect(waiveConflict({ conflict: double!, reason: '  ', accountId: null, at: new Date(0) })).toMatchObject({
      ok: false,
      code: 'reasonNeeded',
    })
    const foreign = programmeOf({ waivers: [{ id: 'zz', conflict: double!.key, reason: 'So be it', at: 1 }] })
    expect(waiverOf(foreign, double!)?.id).toBe('zz')
    expect(openErrors(conflicts, foreign)).toEqual([])
    expect(unwaiveConflict(foreign, double!)).toEqual([{ op: 'delete', kind: 'waivers', id: 'zz' }])
  })

  it('have ids that fit and do not meet', () => {
    const ids = new Set<string>()
    for (let i = 0; i < 100_000; i++) ids.add(waiverId(`stageDouble t${i} u${i % 317}`))
    expect(ids.size).toBe(100_000)
    for (const id of [...ids].slice(0, 100)) expect(id).toMatch(ID_PATTERN)
    expect(waiverId('stageDouble a b')).toBe(waiverId('stageDouble a b'))
  })
})
