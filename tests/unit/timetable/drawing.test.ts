import { describe, expect, it } from 'vitest'
import { hand, press, selected, slot, slotOf, timetableOn } from './timetableScript'

describe('the empty grid', () => {
  it('makes a talk where one draws, upwards as well, and selects it', () => {
    const { timetable } = timetableOn({})
    hand(timetable).drag(['b', '11:02'], ['b', '11:58'])
    const [id = ''] = selected(timetable)
    expect(timetable.store.get('talks', id)).toMatchObject({ state: 'idea', title: { nl: 'Nieuw' } })
    expect(slotOf(timetable, id)).toEqual(slot('b', '11:00', 60))
    hand(timetable).drag(['a', '14:00'], ['a', '13:31'])
    const [upward = ''] = selected(timetable)
    expect(slotOf(timetable, upward)).toEqual(slot('a', '13:30', 30))
    timetable.store.undo()
    expect(timetable.store.get('talks', upward)).toBeUndefined()
    expect(selected(timetable)).toEqual([])
  })

  it('a click takes the selection away and makes nothing', () => {
    const { timetable } = timetableOn({ t: { slot: slot('a', '11:00', 45) } })
    timetable.setSelection(['t'])
    hand(timetable).click(['c', '15:00'])
    expect(selected(timetable)).toEqual([])
    expect(timetable.store.plan.talks.size).toBe(1)
  })

  it('with Shift a frame selects what it meets, beside what was selected', () => {
    const { timetable } = timetableOn({
      t: { slot: slot('a', '11:00', 45) },
      u: { slot: slot('b', '11:30', 45) },
      v: { slot: slot('c', '15:00', 45) },
    })
    timetable.setSelection(['v'])
    hand(timetable).drag(['a', '10:30'], ['b', '11:40'], { shift: true })
    expect(selected(timetable)).toEqual(['t', 'u', 'v'])
    expect(timetable.state.marquee).toBeNull()
  })

  it('Shift and click adds and takes away', () => {
    const { timetable } = timetableOn({ t: { slot: slot('a', '11:00', 45) }, u: { slot: slot('b', '11:30', 45) } })
    const mouse = hand(timetable)
    mouse.click(['a', '11:20'])
    mouse.click(['b', '11:50'], { shift: true })
    expect(selected(timetable)).toEqual(['t', 'u'])
    mouse.click(['a', '11:20'], { ctrl: true })
    expect(selected(timetable)).toEqual(['u'])
    mouse.click(['a', '11:20'])
    expect(selected(timetable)).toEqual(['t'])
  })

  it('a finger that rests draws', () => {
    const { timetable, timers } = timetableOn({})
    const finger = hand(timetable, { pointerType: 'touch' })
    finger.down(['b', '12:00'])
    timers.pass(400)
    finger.move(['b', '12:45'])
    finger.up(['b', '12:45'])
    const [id = ''] = selected(timetable)
    expect(slotOf(timetable, id)).toEqual(slot('b', '12:00', 45))
  })
})

describe('the ends of a talk', () => {
  it('follow the pointer, and leave at least one step between them', () => {
    const { timetable } = timetableOn({ t: { slot: slot('a', '11:00', 60) } })
    const mouse = hand(timetable)
    mouse.drag(['a', '11:59'], ['a', '12:29'])
    expect(slotOf(timetable, 't')).toEqual(slot('a', '11:00', 90))
    mouse.drag(['a', '11:01'], ['a', '11:31'])
    expect(slotOf(timetable, 't')).toEqual(slot('a', '11:30', 60))
    mouse.drag(['a', '11:31'], ['a', '15:00'])
    expect(slotOf(timetable, 't')).toEqual(slot('a', '12:25', 5))
  })

  it('Escape gives them back', () => {
    const { timetable } = timetableOn({ t: { slot: slot('a', '11:00', 60) } })
    const mouse = hand(timetable)
    mouse.down(['a', '11:59'])
    mouse.move(['a', '13:00'])
    expect(timetable.state.gesture).toBe('resizing')
    press(timetable, 'Escape')
    mouse.up(['a', '13:00'])
    expect(slotOf(timetable, 't')).toEqual(slot('a', '11:00', 60))
  })
})
