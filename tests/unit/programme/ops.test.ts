import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyPatch, encodePlan, readPlan } from '#shared/document/fairDocument'
import type { Patch } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import type { PersonId, StageId, TalkId } from '#shared/kernel/ids'
import { addRepeat } from '#shared/programme/ops/addRepeat'
import { createTalk } from '#shared/programme/ops/createTalk'
import { duplicateTalks } from '#shared/programme/ops/duplicateTalks'
import type { ProgrammeEdit } from '#shared/programme/ops/edit'
import { editStage } from '#shared/programme/ops/editStage'
import { editTalk } from '#shared/programme/ops/editTalk'
import { removeSlots } from '#shared/programme/ops/removeSlots'
import { removeTalks, restoreTalks } from '#shared/programme/ops/removeTalks'
import { scheduleSlots } from '#shared/programme/ops/scheduleSlots'
import { setTalkState } from '#shared/programme/ops/setTalkState'
import { shiftSlots } from '#shared/programme/ops/shiftSlots'
import { swapSlots } from '#shared/programme/ops/swapSlots'
import { at, programmeOf, span, stage, talk } from './fixtures'

const TEN = at('10:00')
const [A, B] = ['a', 'b'] as StageId[] as [StageId, StageId]
const id = (text: string) => text as TalkId
const plan = programmeOf({
  stages: [stage('a'), stage('b'), stage('lost', [10, 10], { hallId: 'gone' })],
  sectors: [{ id: 's', name: { nl: 'Muziek' }, code: 'MU', tint: 0 }],
  talks: [
    talk('t', ['a', TEN, 30], { 'slot:r': ['b', TEN + 120, 30], guid: 'g', carried: { x: 1 }, speakerIds: ['x'] }),
    talk('odd', ['b', TEN + 7, 32]),
    talk('shelf', null, { kind: 'workshop' }),
    talk('off', ['a', TEN + 60, 30], { state: 'cancelled' }),
    talk('removed', ['a', TEN + 60, 30], { removed: true }),
  ],
})

/** The patch, carried out on a real document: what is stored is what readers read. */
function carriedOut(edit: ProgrammeEdit | Patch, start: Plan = plan): Plan {
  const patch = 'ok' in edit ? (edit.ok ? edit.patch : []) : edit
  const doc = new Y.Doc()
  Y.applyUpdate(doc, encodePlan(start))
  applyPatch(doc, patch)
  const { plan: read, malformed } = readPlan(doc)
  expect(malformed).toEqual([])
  return read
}
const codeOf = (edit: ProgrammeEdit) => (edit.ok ? 'ok' : edit.code)
const slotOf = (read: Plan, talkId: string, key: 'slot' | 'slot:r' | 'slot:q' = 'slot') => read.talks.get(talkId)?.[key]
const NOTHING: ProgrammeEdit = { ok: true, patch: [] }

describe('createTalk', () => {
  it('makes an idea for the shelf, or at a time', () => {
    const made = carriedOut(createTalk(plan, { id: id('n'), title: { nl: 'Nieuw' } }))
    expect(made.talks.get('n')).toMatchObject({ title: { nl: 'Nieuw' }, state: 'idea', kind: 'talk', slot: null })
    const placed = createTalk(plan, {
      id: id('n'),
      title: { nl: 'N' },
      slot: { stageId: A, start: TEN, end: TEN + 45 },
    })
    expect(slotOf(carriedOut(placed), 'n')).toEqual(['a', TEN, 45])
  })
  it('refuses what nobody could read, an id that is taken and a stage that is gone', () => {
    expect(codeOf(createTalk(plan, { id: id('n'), title: { nl: '' } }))).toBe('invalidField')
    expect(codeOf(createTalk(plan, { id: id('t'), title: { nl: 'N' } }))).toBe('invalidField')
    const slot = { stageId: 'lost' as StageId, start: TEN, end: TEN + 45 }
    expect(codeOf(createTalk(plan, { id: id('n'), title: { nl: 'N' }, slot }))).toBe('noStage')
  })
})

describe('editTalk', () => {
  it('writes the fields that change, and only those', () => {
    const edit = editTalk(plan, { id: id('t'), fields: { audience: 12, speakerIds: ['x' as PersonId], guid: 'g' } })
    expect(edit).toEqual({ ok: true, patch: [{ op: 'set', kind: 'talks', id: 't', fields: { audience: 12 } }] })
    expect(slotOf(carriedOut(edit), 't', 'slot:r')).toEqual(['b', TEN + 120, 30])
  })
  it('refuses what does not fit, and talks that are gone', () => {
    expect(editTalk(plan, { id: id('t'), fields: { seats: 0 } })).toMatchObject({
      ok: false,
      params: { field: 'seats' },
    })
    expect(codeOf(editTalk(plan, { id: id('t'), fields: { prerequisiteId: id('t') } }))).toBe('invalidField')
    expect(codeOf(editTalk(plan, { id: id('removed'), fields: { seats: 1 } }))).toBe('noTalk')
    expect(codeOf(editTalk(plan, { id: id('zz'), fields: { seats: 1 } }))).toBe('noTalk')
  })
})

describe('scheduleSlots', () => {
  const to = (ref: string, stageId: StageId, start: number, minutes: number, snap?: boolean) =>
    scheduleSlots(plan, {
      slots: [{ ref, stageId, start, end: start + minutes }],
      ...(snap === undefined ? {} : { snap }),
    })

  it('brings a talk from the shelf, moves it and its repetitions, on the raster', () => {
    expect(slotOf(carriedOut(to('shelf', A, TEN + 2, 88)), 'shelf')).toEqual(['a', TEN, 90])
    expect(slotOf(carriedOut(to('t', B, TEN + 13, 30)), 't')).toEqual(['b', TEN + 15, 30])
    expect(slotOf(carriedOut(to('t:r', A, TEN, 30)), 't', 'slot:r')).toEqual(['a', TEN, 30])
    expect(slotOf(carriedOut(to('t', A, TEN + 2, 33, false)), 't')).toEqual(['a', TEN + 2, 33])
  })
  it('keeps odd lengths when moving, and the other end when resizing', () => {
    expect(slotOf(carriedOut(to('odd', A, TEN + 20, 32)), 'odd')).toEqual(['a', TEN + 20, 32])
    expect(slotOf(carriedOut(to('odd', B, TEN + 7, 41)), 'odd')).toEqual(['b', TEN + 7, 43])
    expect(slotOf(carriedOut(to('odd', B, TEN + 12, 27)), 'odd')).toEqual(['b', TEN + 10, 29])
    expect(slotOf(carriedOut(to('odd', B, TEN + 7, 1)), 'odd')).toEqual(['b', TEN + 7, 3])
    expect(slotOf(carriedOut(to('odd', B, TEN + 38, 1)), 'odd')).toEqual(['b', TEN + 35, 4])
    expect(slotOf(carriedOut(to('odd', A, TEN + 7, 32)), 'odd')).toEqual(['a', TEN + 7, 32])
    expect(to('odd', B, TEN + 7, 32)).toEqual(NOTHING)
  })
  it('schedules many in one step, two of one talk in one write, or none', () => {
    const edit = scheduleSlots(plan, {
      slots: [
        { ref: 't', stageId: B, start: TEN, end: TEN + 30 },
        { ref: 't:r', stageId: B, start: TEN + 60, end: TEN + 90 },
        { ref: 'shelf', stageId: A, start: TEN, end: TEN + 30 },
      ],
    })
    expect(edit.ok && edit.patch.map(({ id }) => id)).toEqual(['t', 'shelf'])
    const wrong = scheduleSlots(plan, {
      slots: [
        { ref: 't', stageId: B, start: TEN, end: TEN + 30 },
        { ref: 'shelf', stageId: 'lost' as StageId, start: TEN, end: TEN + 30 },
      ],
    })
    expect(codeOf(wrong)).toBe('noStage')
  })
  it('refuses what is gone or endless', () => {
    expect(codeOf(to('removed', A, TEN, 30))).toBe('noTalk')
    expect(codeOf(to('t:zz', A, TEN, 30))).toBe('noSlot')
    expect(codeOf(to('t', 'zz' as StageId, TEN, 30))).toBe('noStage')
    expect(codeOf(to('t', A, TEN, 4325))).toBe('tooLong')
    expect(codeOf(to('t', A, -100, 30))).toBe('invalidField')
  })
})

describe('shiftSlots', () => {
  it('moves many by one distance on the raster, and from stage to stage', () => {
    const edit = shiftSlots(plan, { refs: ['t', 'odd', 'zz'], minutes: 13, stageOf: (one) => (one === 'a' ? B : A) })
    expect(slotOf(carriedOut(edit), 't')).toEqual(['b', TEN + 15, 30])
    expect(slotOf(carriedOut(edit), 'odd')).toEqual(['a', TEN + 22, 32])
    expect(slotOf(carriedOut(edit), 't', 'slot:r')).toEqual(['b', TEN + 120, 30])
    expect(shiftSlots(plan, { refs: ['t'], minutes: -2 })).toEqual(NOTHING)
  })
})

describe('addRepeat and removeSlots', () => {
  it('adds a time as long as the first, or as its kind mostly is', () => {
    const again = addRepeat(plan, { talkId: id('t'), stageId: B, start: TEN + 301, id: 'q' })
    expect(slotOf(carriedOut(again), 't', 'slot:q')).toEqual(['b', TEN + 300, 30])
    const first = addRepeat(plan, { talkId: id('shelf'), stageId: B, start: TEN, id: 'q' })
    expect(slotOf(carriedOut(first), 'shelf')).toEqual(['b', TEN, 90])
    expect(codeOf(addRepeat(plan, { talkId: id('zz'), stageId: B, start: TEN, id: 'q' }))).toBe('noTalk')
  })
  it('takes times away, the first and the others', () => {
    const left = carriedOut(removeSlots(plan, ['t', 'odd', 'zz', 't']))
    expect(slotOf(left, 't')).toBeNull()
    expect(slotOf(left, 't', 'slot:r')).toEqual(['b', TEN + 120, 30])
    expect(slotOf(left, 'odd')).toBeNull()
    expect(removeSlots(plan, ['t:r'])).toStrictEqual([
      { op: 'set', kind: 'talks', id: 't', fields: { 'slot:r': undefined } },
    ])
    expect(removeSlots(plan, ['t'])).toStrictEqual([{ op: 'set', kind: 'talks', id: 't', fields: { slot: null } }])
    expect(carriedOut(removeSlots(plan, ['t:r'])).talks.get('t')).not.toHaveProperty('slot:r')
    expect(removeSlots(plan, ['shelf', 'removed'])).toEqual([])
  })
})

describe('swapSlots', () => {
  it('exchanges stage and start, not length', () => {
    const swapped = carriedOut(swapSlots(plan, { a: 't', b: 'odd' }))
    expect([slotOf(swapped, 't'), slotOf(swapped, 'odd')]).toEqual([
      ['b', TEN + 7, 30],
      ['a', TEN, 32],
    ])
    const own = carriedOut(swapSlots(plan, { a: 't', b: 't:r' }))
    expect([slotOf(own, 't'), slotOf(own, 't', 'slot:r')]).toEqual([
      ['b', TEN + 120, 30],
      ['a', TEN, 30],
    ])
    expect(codeOf(swapSlots(plan, { a: 't', b: 'shelf' }))).toBe('noSlot')
  })
})

describe('duplicateTalks, removeTalks, setTalkState', () => {
  it('copies onto the shelf, without times and without the identity in files', () => {
    let count = 0
    const { patch, copies } = duplicateTalks(plan, {
      ids: ['t', 'off', 'removed', 't'].map(id),
      newId: () => id(`c${count++}`),
    })
    expect(copies).toEqual(['c0', 'c1'])
    const copied = carriedOut(patch)
    expect(copied.talks.get('c0')).toMatchObject({
      speakerIds: ['x'],
      slot: null,
      guid: null,
      carried: null,
      state: 'confirmed',
    })
    expect(copied.talks.get('c0')).not.toHaveProperty('slot:r')
    expect(copied.talks.get('c1')?.state).toBe('idea')
  })
  it('removes by a flag and brings back as it was', () => {
    const gone = carriedOut(removeTalks(plan, ['t', 'removed', 'zz'].map(id)))
    expect(gone.talks.get('t')?.removed).toBe(true)
    expect(carriedOut(restoreTalks(gone, [id('t')]), gone).talks.get('t')).toEqual(plan.talks.get('t'))
    expect(removeTalks(plan, [id('removed')])).toEqual([])
    expect(restoreTalks(plan, [id('t')])).toEqual([])
  })
  it('sets the state of those that have another', () => {
    const patch = setTalkState(plan, { ids: ['t', 'off', 'removed'].map(id), state: 'confirmed' })
    expect(patch).toEqual([{ op: 'set', kind: 'talks', id: 'off', fields: { state: 'confirmed' } }])
  })
})

describe('editStage', () => {
  it('writes what the programme needs to know, tidily, and takes it away', () => {
    const edit = editStage(plan, {
      id: A,
      capacity: 80,
      equipment: [' Projector', 'projector', 'rope', ''],
      availability: [span('12:00', '14:00'), span('10:00', '12:00')],
    })
    const edited = carriedOut(edit)
    expect(edited.stages.get('a')).toMatchObject({
      capacity: 80,
      equipment: ['Projector', 'rope'],
      availability: [span('10:00', '14:00')],
    })
    const bare = carriedOut(editStage(edited, { id: A, capacity: null, equipment: null, availability: null }), edited)
    expect(bare.stages.get('a')).toEqual(plan.stages.get('a'))
    expect(editStage(plan, { id: A, capacity: null })).toEqual(NOTHING)
  })
  it('refuses what does not fit', () => {
    expect(editStage(plan, { id: A, capacity: -1 })).toMatchObject({ ok: false, params: { field: 'capacity' } })
    expect(codeOf(editStage(plan, { id: 'zz' as StageId, capacity: 1 }))).toBe('invalidField')
  })
})
