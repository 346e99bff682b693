import { describe, expect, it } from 'vitest'
import { press, SATURDAY, selected, slot, slotOf, timetableOn } from './timetableScript'

const three = {
  t: { slot: slot('a', '11:00', 45) },
  u: { slot: slot('a', '13:00', 30) },
  v: { slot: slot('c', '12:45', 60) },
}

describe('the keyboard', () => {
  it('goes from talk to talk, over stages without any', () => {
    const { timetable } = timetableOn(three)
    const focus = () => timetable.state.focus
    press(timetable, 'ArrowDown')
    expect(focus()).toBe('t')
    press(timetable, 'ArrowDown')
    expect(focus()).toBe('u')
    press(timetable, 'ArrowRight')
    expect(focus()).toBe('v')
    press(timetable, 'ArrowLeft')
    expect(focus()).toBe('u')
    press(timetable, 'Home')
    expect(focus()).toBe('t')
  })

  it('takes a talk, carries it and puts it down, and says so', () => {
    const { timetable } = timetableOn(three)
    timetable.setFocus('t')
    press(timetable, 'Enter')
    expect(timetable.state.gesture).toBe('keyMoving')
    expect(timetable.state.announcement).toMatchObject({ code: 'pickedUp', ref: 't' })
    press(timetable, 'ArrowRight')
    press(timetable, 'ArrowDown')
    press(timetable, 'ArrowDown')
    press(timetable, 'ArrowDown', { shift: true })
    expect(slotOf(timetable, 't')).toEqual(slot('a', '11:00', 45))
    press(timetable, 'Enter')
    expect(slotOf(timetable, 't')).toEqual(slot('b', '11:10', 50))
    expect(timetable.state.announcement).toMatchObject({ code: 'dropped', placement: { stageId: 'b' } })
    timetable.store.undo()
    expect(slotOf(timetable, 't')).toEqual(slot('a', '11:00', 45))
  })

  it('puts it back with Escape, also from another day', () => {
    const { timetable } = timetableOn(three)
    timetable.setFocus('t')
    press(timetable, 'Enter')
    press(timetable, 'PageDown')
    expect(timetable.state.day).toBe(SATURDAY)
    press(timetable, 'Escape')
    expect(timetable.state.day).not.toBe(SATURDAY)
    expect(timetable.state.preview).toBeNull()
    expect(slotOf(timetable, 't')).toEqual(slot('a', '11:00', 45))
    expect(timetable.state.announcement).toMatchObject({ code: 'putBack' })
  })

  it('schedules a talk of the shelf in the first gap of a stage', () => {
    const { timetable } = timetableOn({ ...three, w: { kind: 'debate' } })
    timetable.setFocus('w')
    press(timetable, 'Enter')
    press(timetable, 'Enter')
    expect(slotOf(timetable, 'w')).toEqual(slot('a', '10:00', 60))
    expect(timetable.state.focus).toBe('w')
  })

  it('moves by five minutes, by a stage, and by its ends at once with modifiers', () => {
    const { timetable } = timetableOn(three)
    timetable.setFocus('t')
    press(timetable, 'ArrowDown', { ctrl: true })
    press(timetable, 'ArrowRight', { meta: true })
    expect(slotOf(timetable, 't')).toEqual(slot('b', '11:05', 45))
    press(timetable, 'ArrowUp', { shift: true })
    press(timetable, 'ArrowDown', { shift: true, ctrl: true })
    expect(slotOf(timetable, 't')).toEqual(slot('b', '11:10', 35))
    expect(timetable.state.announcement).toMatchObject({ code: 'at', ref: 't' })
  })

  it('a selection goes to the next stage only where all of it can', () => {
    const { timetable } = timetableOn(three)
    timetable.setSelection(['t', 'v'])
    timetable.setFocus('t')
    press(timetable, 'ArrowRight', { ctrl: true })
    expect(slotOf(timetable, 't')).toEqual(slot('a', '11:00', 45))
  })

  it('removes with Delete, of a repeated talk only the time, and gives it back', () => {
    const { timetable } = timetableOn({
      ...three,
      r: { slot: slot('b', '11:00', 30), 'slot:x': slot('b', '14:00', 30) },
    })
    timetable.setFocus('r:x')
    press(timetable, 'Delete')
    expect(timetable.store.get('talks', 'r')).not.toHaveProperty('slot:x')
    expect(timetable.store.get('talks', 'r')?.removed).toBe(false)
    timetable.setSelection(['t', 'u'])
    timetable.setFocus('t')
    press(timetable, 'Backspace')
    expect(timetable.store.get('talks', 't')?.removed).toBe(true)
    expect(selected(timetable)).toEqual([])
    press(timetable, 'z', { ctrl: true })
    expect(timetable.store.get('talks', 'u')?.removed).toBe(false)
  })

  it('copies go to the shelf, and are selected', () => {
    const { timetable } = timetableOn(three)
    timetable.setFocus('t')
    press(timetable, 'd', { ctrl: true })
    const [copy = ''] = selected(timetable)
    expect(copy).not.toBe('t')
    expect(timetable.store.get('talks', copy)).toMatchObject({ title: { nl: 't' }, slot: null })
  })

  it('leaves keys alone where nobody stands on a talk', () => {
    const { timetable } = timetableOn(three)
    timetable.setSelection(['t'])
    const away = { type: 'keyDown', key: 'Delete', repeat: false, within: false } as const
    const none = { shift: false, alt: false, ctrl: false, meta: false }
    expect(timetable.dispatch({ ...away, ...none })).toBe(false)
    expect(timetable.store.get('talks', 't')?.removed).toBe(false)
  })

  it('says that there is no stage', () => {
    const { timetable } = timetableOn({ w: {} })
    timetable.store.apply(['a', 'b', 'c'].map((id) => ({ op: 'delete', kind: 'stages', id })))
    timetable.setFocus('w')
    press(timetable, 'Enter')
    expect(timetable.state.announcement).toMatchObject({ code: 'nowhere' })
    expect(timetable.state.gesture).toBeNull()
  })
})
