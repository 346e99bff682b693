import { describe, expect, it, vi } from 'vitest'
import type { Place } from '#shared/geometry/types'
import type { BoothId } from '#shared/kernel/ids'
import { MemoryDocument } from '~/canvas/editor/memoryPlanStore'
import type { ClaimedChange } from '~/canvas/editor/types'
import {
  booth,
  editorOn,
  hallWith,
  hand,
  openEditor,
  placeOf,
  press,
  selected,
  settle,
  testTimers,
} from './editorScript'

const plan = () =>
  hallWith({ booths: [booth('a', [5000, 5000, 3000, 3000, 0]), booth('b', [15_000, 5000, 3000, 3000, 0])] })
const view = (editor: ReturnType<typeof editorOn>) => {
  const { scale, x, y } = editor.state.viewport
  return [Math.round(scale * 1e6) / 1e6, Math.round(x), Math.round(y)]
}

describe('the view', () => {
  it('follows the middle button, the space bar and the hand, in any tool', () => {
    const editor = editorOn(plan())
    const mouse = hand(editor)
    editor.setTool('booth')
    mouse.down(10, 10, { button: 1 })
    mouse.move(11, 12)
    mouse.up(10, 10, { button: 1 })
    expect(view(editor)).toEqual([0.02, 20, 40])
    press(editor, ' ')
    expect(editor.state.cursor).toBe('grab')
    mouse.drag([10, 10], [9, 10])
    editor.dispatch({ type: 'keyUp', key: ' ', repeat: false, shift: false, alt: false, ctrl: false, meta: false })
    press(editor, 'h')
    mouse.drag([10, 10], [10, 9])
    expect(editor.store.plan.booths.size).toBe(2)
    expect(editor.state.gesture).toBe(null)
  })

  it('zooms about the pointer with the wheel, moves with Shift and on a trackpad', () => {
    const timers = testTimers()
    const editor = editorOn(plan(), { timers })
    const wheel = (deltaX: number, deltaY: number, held = {}) => {
      timers.pass(1000)
      editor.dispatch({
        type: 'wheel',
        x: 200,
        y: 200,
        deltaX,
        deltaY,
        deltaMode: 0,
        shift: false,
        alt: false,
        ctrl: false,
        meta: false,
        ...held,
      })
    }
    const under = () => {
      const { scale, x, y } = editor.state.viewport
      return [Math.round((200 - x) / scale), Math.round((200 - y) / scale)]
    }
    wheel(0, -100)
    expect(editor.state.viewport.scale).toBeGreaterThan(0.02)
    expect(under()).toEqual([10_000, 10_000])
    wheel(0, 3, { ctrl: true })
    expect(under()).toEqual([10_000, 10_000])
    editor.setViewport({ scale: 0.02, x: 0, y: 0 })
    wheel(0, 100, { shift: true })
    expect(view(editor)).toEqual([0.02, -100, 0])
    wheel(3, 7)
    expect(view(editor)).toEqual([0.02, -103, -7])
    for (let i = 0; i < 200; i++) wheel(0, -500)
    expect(editor.state.viewport.scale).toBe(0.5)
  })

  it('two fingers pinch and drag it; what the first one had begun is dropped', () => {
    const editor = editorOn(plan())
    const finger = (id: number) => hand(editor, { pointerType: 'touch', pointerId: id })
    finger(1).down(6, 6)
    finger(1).move(9, 9)
    expect(editor.state.gesture).toBe('draggingItems')
    finger(2).down(19, 9)
    expect(editor.state).toMatchObject({ gesture: 'pinching', preview: null })
    // From 10 m apart to 20 m apart on the screen: twice as large.
    const send = (pointerId: number, x: number, y: number, type: 'pointerMove' | 'pointerUp' = 'pointerMove') =>
      editor.dispatch({
        type,
        pointerId,
        pointerType: 'touch',
        button: 0,
        x,
        y,
        shift: false,
        alt: false,
        ctrl: false,
        meta: false,
      })
    send(1, 80, 180)
    send(2, 480, 180)
    expect(view(editor)).toEqual([0.04, -280, -180])
    send(2, 480, 180, 'pointerUp')
    expect(editor.state.gesture).toBe(null)
    send(1, 300, 300)
    send(1, 300, 300, 'pointerUp')
    expect(view(editor)).toEqual([0.04, -280, -180])
    expect([placeOf(editor, 'a'), editor.store.canUndo]).toEqual([[5000, 5000, 3000, 3000, 0], false])
  })

  it('fits the hall at first and on demand, zooms to the selection, jumps to what a list names', () => {
    const editor = editorOn(plan())
    editor.perform('zoomFit')
    expect(view(editor)).toEqual([0.0168, 64, 48])
    editor.setSelection(['booths/b'])
    editor.perform('zoomSelection')
    expect(editor.state.viewport.scale).toBeCloseTo(504 / 6000, 5)
    editor.reveal(['booths/a'])
    expect(selected(editor)).toEqual(['booths/a'])
    const { scale, x, y } = editor.state.viewport
    expect([6500 * scale + x, 6500 * scale + y].map(Math.round)).toEqual([400, 300])
    for (const id of ['zoomIn', 'zoomOut'] as const) editor.perform(id)
    expect(editor.state.viewport.scale).toBeCloseTo(scale, 9)
  })
})

describe('two people', () => {
  const both = () => {
    const document = new MemoryDocument(plan())
    return [openEditor(document), openEditor(document)] as const
  }

  it('take back their own gestures only, one at a time', () => {
    const [anna, bram] = both()
    hand(anna).drag([6, 6], [6, 16])
    hand(bram).drag([16, 6], [16, 16])
    hand(anna).drag([6, 16], [6, 26])
    anna.perform('undo')
    expect([placeOf(bram, 'a'), placeOf(anna, 'b')]).toEqual([
      [5000, 15_000, 3000, 3000, 0],
      [15_000, 15_000, 3000, 3000, 0],
    ])
    anna.perform('undo')
    expect(placeOf(bram, 'a')).toEqual([5000, 5000, 3000, 3000, 0])
    expect([anna.isEnabled('undo'), bram.isEnabled('undo')]).toEqual([false, true])
    bram.perform('undo')
    anna.perform('redo')
    expect([placeOf(bram, 'a'), placeOf(anna, 'b')]).toEqual([
      [5000, 15_000, 3000, 3000, 0],
      [15_000, 5000, 3000, 3000, 0],
    ])
  })

  it('drag the same booth at once: it ends where it was dropped last, in both', () => {
    const [anna, bram] = both()
    const [one, other] = [hand(anna), hand(bram)]
    one.down(6, 6)
    other.down(6, 6)
    one.move(6, 16)
    other.move(16, 26)
    one.up(6, 16)
    other.move(16, 25)
    other.up(16, 25)
    expect([placeOf(anna, 'a'), placeOf(bram, 'a')]).toEqual([
      [15_000, 24_000, 3000, 3000, 0],
      [15_000, 24_000, 3000, 3000, 0],
    ])
    anna.perform('undo')
    expect(placeOf(anna, 'a')).toEqual([15_000, 24_000, 3000, 3000, 0])
  })

  it('one removes what the other is dragging: it stays away, and the drag ends in peace', () => {
    const [anna, bram] = both()
    hand(anna).down(6, 6)
    hand(anna).move(6, 16)
    bram.setSelection(['booths/a'])
    press(bram, 'Delete')
    hand(anna).up(6, 16)
    expect(anna.store.get('booths', 'a')?.removed).toBe(true)
    expect(anna.state).toMatchObject({ gesture: null, preview: null, selection: new Set() })
  })
})

describe('what others see of a drag', () => {
  it('ghosts about 15 a second, the last one always, and at once that it is over', () => {
    const timers = testTimers()
    const ghosts: (Record<string, Place> | null)[] = []
    const editor = editorOn(plan(), { timers, onGhost: (places) => ghosts.push(places) })
    const mouse = hand(editor)
    mouse.down(6, 6)
    for (let i = 0; i < 20; i++) {
      mouse.move(6, 6.5 + i / 2)
      timers.pass(10)
    }
    expect(ghosts.length).toBeGreaterThan(2)
    expect(ghosts.length).toBeLessThan(6)
    timers.pass(100)
    expect(ghosts.at(-1)).toEqual({ 'booths/a': [5000, 15_000, 3000, 3000, 0] })
    mouse.up(6, 16)
    expect(ghosts.at(-1)).toBe(null)
    timers.pass(1000)
    expect(ghosts.at(-1)).toBe(null)
  })

  it('the pointer in whole millimetres, and that it has left', () => {
    const onCursor = vi.fn()
    const editor = editorOn(plan(), { onCursor })
    hand(editor).move(6.00049, 7)
    editor.dispatch({ type: 'pointerLeave' })
    expect(onCursor.mock.calls).toEqual([[[6000, 7000]], [null]])
    expect(editor.state.pointer).toBe(null)
  })
})

describe('claimed booths', () => {
  const isClaimed = (id: BoothId) => id === 'a'
  const asked: [readonly string[], ClaimedChange][] = []
  const answering = (answer: boolean) => {
    asked.length = 0
    return editorOn(plan(), {
      isClaimed,
      confirmClaimed: (ids, change) => {
        asked.push([ids, change])
        return Promise.resolve(answer)
      },
    })
  }

  it('are asked about once a gesture; the preview stays until the answer', async () => {
    const editor = answering(true)
    editor.setSelection(['booths/a', 'booths/b'])
    hand(editor).drag([6, 6], [6, 16])
    expect(placeOf(editor, 'b')).toEqual([15_000, 5000, 3000, 3000, 0])
    expect(editor.state.preview?.moved.get('booths/a')).toEqual({ place: [5000, 15_000, 3000, 3000, 0] })
    hand(editor).click(30, 25)
    expect(press(editor, 'ArrowUp')).toBe(false)
    await settle()
    expect(asked).toEqual([[['a'], 'move']])
    expect([placeOf(editor, 'a'), placeOf(editor, 'b')]).toEqual([
      [5000, 15_000, 3000, 3000, 0],
      [15_000, 15_000, 3000, 3000, 0],
    ])
    expect(editor.state.preview).toBe(null)
    editor.perform('undo')
    expect(placeOf(editor, 'a')).toEqual([5000, 5000, 3000, 3000, 0])
  })

  it('spring back at a no, and nothing is left to undo', async () => {
    const editor = answering(false)
    hand(editor).drag([6, 6], [6, 16])
    await settle()
    expect([placeOf(editor, 'a'), editor.state.preview, editor.store.canUndo]).toEqual([
      [5000, 5000, 3000, 3000, 0],
      null,
      false,
    ])
    hand(editor).drag([16, 6], [16, 16])
    expect(placeOf(editor, 'b')).toEqual([15_000, 15_000, 3000, 3000, 0])
    expect(asked).toHaveLength(1)
  })

  it('are asked about by what happens to them, also from panels', async () => {
    const editor = answering(true)
    editor.setSelection(['booths/a'])
    hand(editor).drag([8, 8], [9, 9])
    await settle()
    expect(await editor.applyPatch([{ op: 'set', kind: 'booths', id: 'a', fields: { number: 'Z9' } }])).toBe(true)
    expect(await editor.applyPatch([{ op: 'set', kind: 'booths', id: 'a', fields: { sectorId: null } }])).toBe(true)
    expect(asked.map(([, change]) => change)).toEqual(['resize', 'renumber'])
  })

  it('are not removed, neither by key nor by panel, and the editor says why', async () => {
    const editor = answering(true)
    editor.setSelection(['booths/a', 'booths/b'])
    press(editor, 'Delete')
    expect(await editor.applyPatch([{ op: 'delete', kind: 'booths', id: 'a' }])).toBe(false)
    expect([editor.store.get('booths', 'a')?.removed, editor.store.get('booths', 'b')?.removed]).toEqual([false, false])
    expect(editor.state.messages).toMatchObject([
      { code: 'claimedNotRemoved', params: { numbers: 'a', count: 1 } },
      { code: 'claimedNotRemoved' },
    ])
    const [first] = editor.state.messages
    editor.dismissMessage(first!.id)
    expect(editor.state.messages).toHaveLength(1)
  })
})

describe('who only looks', () => {
  it('selects and moves the view, and changes nothing by any tool or key', () => {
    const editor = editorOn(plan(), { readOnly: true })
    const before = editor.store.plan
    for (const tool of [
      'booth',
      'rows',
      'wall',
      'column',
      'exit',
      'stage',
      'meetingPoint',
      'sector',
      'select',
    ] as const) {
      editor.setTool(tool)
      hand(editor).drag([6, 6], [16, 16])
    }
    editor.setSelection(['booths/a'])
    for (const key of ['Delete', 'ArrowLeft', 't', 'd']) press(editor, key, { ctrl: key === 'd' })
    expect(editor.store.plan).toBe(before)
    expect(editor.isEnabled('delete')).toBe(false)
    expect(editor.isEnabled('zoomFit')).toBe(true)
  })
})
