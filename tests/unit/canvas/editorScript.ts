import type { Plan } from '#shared/document/records'
import type { Place } from '#shared/geometry/types'
import type { HallId, RandomBytes } from '#shared/kernel/ids'
import { createEditor } from '~/canvas/editor/createEditor'
import { MemoryDocument } from '~/canvas/editor/memoryPlanStore'
import type { Editor, EditorOptions, ItemKey, Modifiers } from '~/canvas/editor/types'
import { planOf } from '../plan/planArbitrary'

/** 40 x 30 m, at 20 px a metre: a screen of 800 x 600 px shows all of it, x and y in px are metres times 20. */
export const PX_PER_M = 20
export const HALL = {
  id: 'h',
  name: { nl: 'Hal 1' },
  outline: [
    [0, 0],
    [40_000, 0],
    [40_000, 30_000],
    [0, 30_000],
  ],
}

export const booth = (id: string, place: Place, more: object = {}) => ({ id, hallId: 'h', number: id, place, ...more })
export const hallWith = (records: Parameters<typeof planOf>[0] = {}): Plan => planOf({ halls: [HALL], ...records })

/** A clock that only tests move. */
export function testTimers() {
  let now = 0
  let waiting: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    after(ms: number, run: () => void) {
      const entry = { at: now + ms, run }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter((other) => other !== entry)
      }
    },
    pass(ms: number) {
      now += ms
      for (const entry of waiting.filter(({ at }) => at <= now)) {
        waiting = waiting.filter((other) => other !== entry)
        entry.run()
      }
    },
  }
}

export function seededBytes(seed = 1): RandomBytes {
  let state = seed
  return (length) =>
    Uint8Array.from({ length }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31
      return state >> 16
    })
}

export function openEditor(document: MemoryDocument, options: Partial<EditorOptions> = {}): Editor {
  const editor = createEditor({
    store: document.connect(),
    randomBytes: seededBytes(),
    hallId: 'h' as HallId,
    timers: testTimers(),
    ...options,
  })
  editor.setSize(800, 600)
  editor.setViewport({ scale: PX_PER_M / 1000, x: 0, y: 0 })
  return editor
}

export const editorOn = (plan: Plan, options: Partial<EditorOptions> = {}): Editor =>
  openEditor(new MemoryDocument(plan), options)

type Held = Partial<Modifiers> & { pointerId?: number; pointerType?: 'mouse' | 'touch'; button?: number }

/** A hand with a mouse or a finger; places in metres of the plan. */
export function hand(editor: Editor, held: Held = {}) {
  const send = (
    type: 'pointerDown' | 'pointerMove' | 'pointerUp' | 'pointerCancel',
    x: number,
    y: number,
    more: Held = {},
  ) => {
    const { scale, x: left, y: top } = editor.state.viewport
    return editor.dispatch({
      type,
      pointerId: 1,
      pointerType: 'mouse',
      button: 0,
      x: x * 1000 * scale + left,
      y: y * 1000 * scale + top,
      shift: false,
      alt: false,
      ctrl: false,
      meta: false,
      ...held,
      ...more,
    })
  }
  return {
    down: (x: number, y: number, more?: Held) => send('pointerDown', x, y, more),
    move: (x: number, y: number, more?: Held) => send('pointerMove', x, y, more),
    up: (x: number, y: number, more?: Held) => send('pointerUp', x, y, more),
    cancel: (x: number, y: number) => send('pointerCancel', x, y),
    click(x: number, y: number, more?: Held) {
      send('pointerMove', x, y, more)
      send('pointerDown', x, y, more)
      send('pointerUp', x, y, more)
    },
    drag(from: readonly [number, number], to: readonly [number, number], more?: Held) {
      send('pointerMove', ...from, more)
      send('pointerDown', ...from, more)
      for (let i = 1; i <= 4; i++) {
        send('pointerMove', from[0] + ((to[0] - from[0]) * i) / 4, from[1] + ((to[1] - from[1]) * i) / 4, more)
      }
      send('pointerUp', ...to, more)
    },
  }
}

export const press = (editor: Editor, key: string, held: Partial<Modifiers> = {}): boolean =>
  editor.dispatch({ type: 'keyDown', key, repeat: false, shift: false, alt: false, ctrl: false, meta: false, ...held })

export const selected = (editor: Editor): ItemKey[] => [...editor.state.selection].sort()
export const placeOf = (editor: Editor, id: string) => editor.store.get('booths', id)?.place
/** Lets promises that are settled already go on. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 0))
