import { describe, expect, it } from 'vitest'
import type { SectorId } from '#shared/kernel/ids'
import { MemoryDocument } from '~/canvas/editor/memoryPlanStore'
import { talkFilter } from '~/timetable/filter'
import { NO_FILTER } from '~/timetable/state'
import { hand, openTimetable, programme, SATURDAY, selected, slot, timetableOn } from './timetableScript'

describe('what others do', () => {
  it('takes what they removed out of the selection', () => {
    const document = new MemoryDocument(programme({ t: { slot: slot('a', '11:00', 45) }, u: {} }))
    const { timetable } = openTimetable(document)
    timetable.setSelection(['t', 'u'])
    timetable.setFocus('t')
    document.connect().apply([{ op: 'set', kind: 'talks', id: 't', fields: { removed: true } }])
    expect(selected(timetable)).toEqual(['u'])
    expect(timetable.state.focus).toBeNull()
  })

  it('brings days that talks are held on, and takes them away again', () => {
    const document = new MemoryDocument(programme({ t: { slot: slot('a', '11:00', 45) } }))
    const { timetable } = openTimetable(document)
    const other = document.connect()
    other.apply([{ op: 'set', kind: 'talks', id: 't', fields: { slot: slot('a', '11:00', 45, '2027-03-20') } }])
    expect(timetable.state.days).toHaveLength(3)
    timetable.setDay('2027-03-20')
    other.apply([{ op: 'set', kind: 'talks', id: 't', fields: { slot: null } }])
    expect(timetable.state.days).toHaveLength(2)
    expect(timetable.state.days.some(({ day }) => day === timetable.state.day)).toBe(true)
  })

  it('is told of one’s own pointer and drags, at most fifteen times a second, and of their end at once', () => {
    const ghosts: unknown[] = []
    const { timetable, timers } = timetableOn(
      { t: { slot: slot('a', '11:00', 45) } },
      { onGhost: (ghost) => ghosts.push(ghost) },
    )
    const mouse = hand(timetable)
    mouse.down(['a', '11:10'])
    for (const time of ['11:20', '11:30', '11:40', '11:50']) mouse.move(['a', time])
    expect(ghosts).toEqual([{ t: slot('a', '11:10', 45) }])
    timers.pass(70)
    expect(ghosts.at(-1)).toEqual({ t: slot('a', '11:40', 45) })
    mouse.up(['a', '11:50'])
    expect(ghosts.at(-1)).toBeNull()
  })
})

describe('showing a talk', () => {
  it('turns to its day and selects it', () => {
    const { timetable } = timetableOn({ t: { slot: slot('b', '11:00', 45, SATURDAY) } })
    timetable.reveal('t')
    expect(timetable.state).toMatchObject({ day: SATURDAY, focus: 't' })
    expect(selected(timetable)).toEqual(['t'])
  })
})

describe('overlapping talks', () => {
  it('stand side by side', () => {
    const { timetable } = timetableOn({
      t: { slot: slot('a', '11:00', 60) },
      u: { slot: slot('a', '11:30', 60) },
      v: { slot: slot('a', '13:00', 30) },
    })
    const { blocks } = timetable.layout()
    expect(blocks.get('t')).toMatchObject({ lane: 0, lanes: 2 })
    expect(blocks.get('u')).toMatchObject({ lane: 1, lanes: 2 })
    expect(blocks.get('v')).toMatchObject({ lane: 0, lanes: 1 })
  })
})

describe('filters', () => {
  const plan = programme({
    t: { title: { nl: 'Élan vital', en: 'Drive' }, kind: 'workshop', language: 'nl-BE', speakerIds: ['p'] },
    u: { kind: 'debate', state: 'confirmed', sectorId: 's1' },
  })
  const found = (part: Partial<typeof NO_FILTER>) => {
    const fits = talkFilter(
      { ...NO_FILTER, ...part },
      { plan, nameOf: (id) => (id === 'p' ? 'Inès Peeters' : undefined) },
    )
    return [...plan.talks.values()].filter(fits).map(({ id }) => id)
  }

  it('find by words whatever accents and case, in every language, and by speaker', () => {
    expect(found({ text: 'elan' })).toEqual(['t'])
    expect(found({ text: 'DRIVE' })).toEqual(['t'])
    expect(found({ text: 'ines' })).toEqual(['t'])
    expect(found({ text: 'nothing at all' })).toEqual([])
  })

  it('find by kind, state, language and the want of a sector', () => {
    expect(found({ kind: 'debate' })).toEqual(['u'])
    expect(found({ state: 'idea' })).toEqual(['t'])
    expect(found({ language: 'nl' })).toEqual(['t'])
    expect(found({ sectorId: 'none' })).toEqual(['t'])
    expect(found({ sectorId: 's1' as SectorId })).toEqual(['u'])
    expect(found({})).toEqual(['t', 'u'])
  })
})
