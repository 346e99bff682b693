import { describe, expect, it } from 'vitest'
import type { TalkId } from '#shared/kernel/ids'
import { MemoryDocument } from '~/canvas/editor/memoryPlanStore'
import { at, hand, openTimetable, programme, SATURDAY, selected, slot, slotOf, timetableOn } from './timetableScript'

describe('dragging talks', () => {
  it('moves a talk to another stage and time, in steps of five minutes, as one step of undo', () => {
    const { timetable } = timetableOn({ t: { slot: slot('a', '11:00', 45) } })
    hand(timetable).drag(['a', '11:10'], ['b', '12:12'])
    expect(slotOf(timetable, 't')).toEqual(slot('b', '12:00', 45))
    expect(selected(timetable)).toEqual(['t'])
    expect(timetable.store.undo()).toBe(true)
    expect(slotOf(timetable, 't')).toEqual(slot('a', '11:00', 45))
    expect(timetable.store.canUndo).toBe(false)
  })

  it('keeps the length of a talk that lies beside the raster, and brings its begin onto it', () => {
    const { timetable } = timetableOn({ t: { slot: slot('a', '11:02', 47) } })
    hand(timetable).drag(['a', '11:20'], ['a', '12:21'])
    expect(slotOf(timetable, 't')).toEqual(slot('a', '12:05', 47))
  })

  it('changes nothing until it is let go, and nothing at all when it is cancelled', () => {
    const { timetable } = timetableOn({ t: { slot: slot('a', '11:00', 45) } })
    const mouse = hand(timetable)
    mouse.down(['a', '11:10'])
    mouse.move(['c', '15:00'])
    expect(timetable.state.preview?.placed.get('t')).toMatchObject({ stageId: 'c' })
    expect(slotOf(timetable, 't')).toEqual(slot('a', '11:00', 45))
    mouse.cancel(['c', '15:00'])
    expect(timetable.state.preview).toBeNull()
    expect(timetable.state.gesture).toBeNull()
    mouse.up(['c', '15:00'])
    expect(slotOf(timetable, 't')).toEqual(slot('a', '11:00', 45))
    expect(timetable.store.canUndo).toBe(false)
  })

  it('takes a selection along as one, and keeps its distances at the edge of the stages', () => {
    const { timetable } = timetableOn({
      t: { slot: slot('a', '11:00', 45) },
      u: { slot: slot('b', '12:00', 30) },
      v: { slot: slot('c', '11:00', 30) },
    })
    timetable.setSelection(['t', 'u'])
    hand(timetable).drag(['a', '11:10'], ['c', '11:40'])
    expect(slotOf(timetable, 't')).toEqual(slot('b', '11:30', 45))
    expect(slotOf(timetable, 'u')).toEqual(slot('c', '12:30', 30))
    expect(slotOf(timetable, 'v')).toEqual(slot('c', '11:00', 30))
    timetable.store.undo()
    expect(slotOf(timetable, 'u')).toEqual(slot('b', '12:00', 30))
  })

  it('takes talks from the shelf, one after another, for as long as their kind takes', () => {
    const { timetable } = timetableOn({ t: { kind: 'workshop' }, u: { kind: 'break' } })
    const mouse = hand(timetable)
    timetable.setSelection(['t', 'u'])
    mouse.down(['a', '10:00'], { zone: { at: 'shelf', talkId: 't' as TalkId } })
    mouse.move(['b', '13:10'])
    mouse.up(['b', '13:10'])
    expect(slotOf(timetable, 't')).toEqual(slot('b', '13:00', 90))
    expect(slotOf(timetable, 'u')).toEqual(slot('b', '14:30', 30))
  })

  it('takes talks off the grid over the shelf', () => {
    const { timetable } = timetableOn({ t: { slot: slot('a', '11:00', 45) } })
    const mouse = hand(timetable)
    mouse.down(['a', '11:10'])
    mouse.move(['a', '11:10'], { zone: { at: 'shelf', talkId: null } })
    mouse.up(['a', '11:10'], { zone: { at: 'shelf', talkId: null } })
    expect(slotOf(timetable, 't')).toBeNull()
    expect(timetable.state.announcement).toMatchObject({ code: 'unscheduled', count: 1 })
  })

  it('dropped on a day’s tab a talk goes to the same time of that day', () => {
    const { timetable } = timetableOn({ t: { slot: slot('a', '11:00', 45) } })
    const mouse = hand(timetable)
    mouse.down(['a', '11:10'])
    mouse.move(['a', '11:10'], { zone: { at: 'day', day: SATURDAY } })
    mouse.up(['a', '11:10'], { zone: { at: 'day', day: SATURDAY } })
    expect(slotOf(timetable, 't')).toEqual(slot('a', '11:00', 45, SATURDAY))
  })

  it('resting on a day’s tab turns to that day, where it can be put down anywhere', () => {
    const { timetable, timers } = timetableOn({ t: { slot: slot('a', '11:00', 45) } })
    const mouse = hand(timetable)
    mouse.down(['a', '11:10'])
    mouse.move(['a', '11:10'], { zone: { at: 'day', day: SATURDAY } })
    timers.pass(600)
    expect(timetable.state.day).toBe(SATURDAY)
    mouse.move(['c', '14:10'])
    mouse.up(['c', '14:10'])
    expect(slotOf(timetable, 't')).toEqual(slot('c', '14:00', 45, SATURDAY))
  })

  it('with Alt two talks change places, each with its own length', () => {
    const { timetable } = timetableOn({ t: { slot: slot('a', '11:00', 45) }, u: { slot: slot('b', '14:00', 90) } })
    const mouse = hand(timetable)
    mouse.down(['a', '11:10'])
    mouse.move(['b', '14:30'], { alt: true })
    expect(timetable.state.preview?.swapWith).toBe('u')
    mouse.up(['b', '14:30'], { alt: true })
    expect(slotOf(timetable, 't')).toEqual(slot('b', '14:00', 45))
    expect(slotOf(timetable, 'u')).toEqual(slot('a', '11:00', 90))
    timetable.store.undo()
    expect(slotOf(timetable, 'u')).toEqual(slot('b', '14:00', 90))
  })

  it('with Alt a talk from the shelf sends the other there', () => {
    const { timetable } = timetableOn({ t: {}, u: { slot: slot('b', '14:00', 90) } })
    const mouse = hand(timetable)
    mouse.down(['a', '10:00'], { zone: { at: 'shelf', talkId: 't' as TalkId } })
    mouse.move(['b', '14:30'], { alt: true })
    mouse.up(['b', '14:30'], { alt: true })
    expect(slotOf(timetable, 't')).toEqual(slot('b', '14:00', 90))
    expect(slotOf(timetable, 'u')).toBeNull()
  })

  it('lands where it was seen when another moved it meanwhile, and nowhere when another removed it', () => {
    const document = new MemoryDocument(programme({ t: { slot: slot('a', '11:00', 45) } }))
    const { timetable } = openTimetable(document)
    const other = document.connect()
    const mouse = hand(timetable)
    mouse.down(['a', '11:10'])
    mouse.move(['b', '13:10'])
    other.apply([{ op: 'set', kind: 'talks', id: 't', fields: { slot: slot('c', '16:00', 45) } }])
    mouse.up(['b', '13:10'])
    expect(slotOf(timetable, 't')).toEqual(slot('b', '13:00', 45))
    mouse.down(['b', '13:10'])
    mouse.move(['a', '15:10'])
    other.apply([{ op: 'set', kind: 'talks', id: 't', fields: { removed: true } }])
    mouse.up(['a', '15:10'])
    expect(slotOf(timetable, 't')).toEqual(slot('b', '13:00', 45))
  })

  it('a finger that moves at once scrolls; one that rests takes the talk', () => {
    const { timetable, timers } = timetableOn({ t: { slot: slot('a', '11:00', 45) } })
    const finger = hand(timetable, { pointerType: 'touch' })
    finger.down(['a', '11:10'])
    finger.move(['a', '12:10'])
    expect(timetable.state.gesture).toBeNull()
    finger.up(['a', '12:10'])
    expect(slotOf(timetable, 't')).toEqual(slot('a', '11:00', 45))

    finger.down(['a', '11:10'])
    timers.pass(400)
    expect(timetable.state.gesture).toBe('draggingTalks')
    finger.move(['b', '12:10'])
    finger.up(['b', '12:10'])
    expect(slotOf(timetable, 't')).toEqual(slot('b', '12:00', 45))
  })

  it('for those who only look a talk stays where it is', () => {
    const { timetable } = timetableOn({ t: { slot: slot('a', '11:00', 45) } })
    timetable.setReadOnly(true)
    hand(timetable).drag(['a', '11:10'], ['b', '12:10'])
    expect(slotOf(timetable, 't')).toEqual(slot('a', '11:00', 45))
  })

  it('moves a repetition by itself', () => {
    const { timetable } = timetableOn({ t: { slot: slot('a', '11:00', 45), 'slot:x': slot('b', '14:00', 45) } })
    hand(timetable).drag(['b', '14:10'], ['c', '15:10'])
    expect(timetable.store.get('talks', 't')).toMatchObject({
      slot: slot('a', '11:00', 45),
      'slot:x': slot('c', '15:00', 45),
    })
    expect(at('15:00')).toBe(timetable.held('t:x')?.placement?.start)
  })
})
