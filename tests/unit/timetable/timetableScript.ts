import type { Plan, Stage } from '#shared/document/records'
import type { Slot, Span } from '#shared/document/schedule'
import type { StageId } from '#shared/kernel/ids'
import { minuteOfWallTime } from '#shared/programme/time'
import { MemoryDocument } from '~/canvas/editor/memoryPlanStore'
import { createTimetable } from '~/timetable/createTimetable'
import type { Modifiers, Timetable, TimetableEvent, TimetableOptions, Zone } from '~/timetable/types'
import { HALL, seededBytes, testTimers } from '../canvas/editorScript'
import { planOf } from '../plan/planArbitrary'

export const ZONE = 'Europe/Brussels'
export const FRIDAY = '2027-03-12'
export const SATURDAY = '2027-03-13'

/** Minutes since 1970 of a time on the wall of the fair. */
export const at = (time: string, day = FRIDAY): number => minuteOfWallTime({ day, time }, ZONE)
export const slot = (stage: string, time: string, minutes: number, day = FRIDAY): Slot => [
  stage as StageId,
  at(time, day),
  minutes,
]
const OPEN: readonly Span[] = [
  [at('10:00'), at('18:00')],
  [at('10:00', SATURDAY), at('18:00', SATURDAY)],
]

const stage = (id: string, n: number) => ({
  id,
  hallId: 'h',
  name: { nl: `Zaal ${n}` },
  place: [n * 1000, 0, 900, 900, 0],
})

/** Three stages, `a`, `b` and `c`. */
export const programme = (talks: Readonly<Record<string, object>>): Plan =>
  planOf({
    halls: [HALL],
    stages: [stage('a', 1), stage('b', 2), stage('c', 3)] as unknown as Stage[],
    talks: Object.entries(talks).map(([id, fields]) => ({ id, title: { nl: id }, ...fields })),
  } as Parameters<typeof planOf>[0])

export function openTimetable(document: MemoryDocument, options: Partial<TimetableOptions> = {}) {
  const timers = testTimers()
  const timetable = createTimetable({
    store: document.connect(),
    facts: () => ({ timeZone: ZONE, openSpans: OPEN }),
    startsOn: FRIDAY,
    endsOn: SATURDAY,
    randomBytes: seededBytes(),
    freshTitle: () => ({ nl: 'Nieuw' }),
    timers,
    ...options,
  })
  timetable.setSize(600, 600)
  // Two pixels a minute, three columns of 200: figures that one can reckon with.
  timetable.setZoom(2)
  return { timetable, timers }
}

export const timetableOn = (talks: Readonly<Record<string, object>>, options: Partial<TimetableOptions> = {}) =>
  openTimetable(new MemoryDocument(programme(talks)), options)

export const slotOf = (timetable: Timetable, id: string): Slot | null | undefined =>
  timetable.store.get('talks', id)?.slot

type Held = Partial<Modifiers> & { pointerType?: 'mouse' | 'touch'; zone?: Zone }
type Where = readonly [stage: 'a' | 'b' | 'c', time: string]

/** A hand with a mouse or a finger; places by stage and time of the day shown, from the left and a little within. */
export function hand(timetable: Timetable, always: Held = {}) {
  const point = ([stageId, time]: Where) => {
    const layout = timetable.layout()
    const column = layout.columns.get(stageId as StageId) ?? 0
    const { columnWidth, zoom } = timetable.state
    return { x: column * columnWidth + 40, y: (at(time, timetable.state.day) - layout.from) * zoom }
  }
  const send = (type: Extract<TimetableEvent, { pointerId: number }>['type'], where: Where, more: Held = {}) =>
    timetable.dispatch({
      type,
      pointerId: 1,
      pointerType: 'mouse',
      button: 0,
      zone: { at: 'grid' },
      shift: false,
      alt: false,
      ctrl: false,
      meta: false,
      ...point(where),
      ...always,
      ...more,
    })
  return {
    down: (where: Where, more?: Held) => send('pointerDown', where, more),
    move: (where: Where, more?: Held) => send('pointerMove', where, more),
    up: (where: Where, more?: Held) => send('pointerUp', where, more),
    cancel: (where: Where) => send('pointerCancel', where),
    click(where: Where, more?: Held) {
      send('pointerDown', where, more)
      send('pointerUp', where, more)
    },
    drag(from: Where, to: Where, more?: Held) {
      send('pointerDown', from, more)
      send('pointerMove', to, more)
      send('pointerUp', to, more)
    },
  }
}

export const press = (timetable: Timetable, key: string, held: Partial<Modifiers> = {}): boolean =>
  timetable.dispatch({
    type: 'keyDown',
    key,
    repeat: false,
    within: true,
    shift: false,
    alt: false,
    ctrl: false,
    meta: false,
    ...held,
  })

export const selected = (timetable: Timetable): string[] => [...timetable.state.selection].sort()
