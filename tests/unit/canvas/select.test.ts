import { describe, expect, it } from 'vitest'
import { booth, editorOn, hallWith, hand, placeOf, press, selected } from './editorScript'

const two = () =>
  editorOn(
    hallWith({
      booths: [booth('a', [5000, 5000, 3000, 3000, 0]), booth('b', [15_000, 5000, 3000, 3000, 0])],
      columns: [{ id: 'c', hallId: 'h', place: [20_000, 20_000, 500, 500, 0] }],
    }),
  )

describe('selecting', () => {
  it('by click, with Shift beside, again with Shift off, on the floor nothing', () => {
    const editor = two()
    const mouse = hand(editor)
    mouse.click(6, 6)
    expect(selected(editor)).toEqual(['booths/a'])
    mouse.click(16, 6, { shift: true })
    expect(selected(editor)).toEqual(['booths/a', 'booths/b'])
    mouse.click(16, 6, { shift: true })
    expect(selected(editor)).toEqual(['booths/a'])
    mouse.click(16, 6)
    expect(selected(editor)).toEqual(['booths/b'])
    mouse.click(30, 25, { shift: true })
    expect(selected(editor)).toEqual(['booths/b'])
    mouse.click(30, 25)
    expect(selected(editor)).toEqual([])
  })

  it('thin things are hit a little beside, and lie over booths', () => {
    const editor = editorOn(
      hallWith({
        booths: [booth('a', [5000, 5000, 3000, 3000, 0])],
        walls: [{ id: 'w', hallId: 'h', place: [4000, 6000, 9000, 100, 0] }],
      }),
    )
    hand(editor).click(6, 6.05)
    expect(selected(editor)).toEqual(['walls/w'])
    hand(editor).click(10, 6.3)
    expect(selected(editor)).toEqual(['walls/w'])
    hand(editor).click(10, 6.5)
    expect(selected(editor)).toEqual([])
  })

  it('by a rubber band what it meets, with Shift beside; Escape in between brings back what was', () => {
    const editor = two()
    const mouse = hand(editor)
    mouse.drag([4, 4], [6, 6.5])
    expect(selected(editor)).toEqual(['booths/a'])
    mouse.drag([19, 19], [22, 22], { shift: true })
    expect(selected(editor)).toEqual(['booths/a', 'columns/c'])
    mouse.down(1, 1)
    mouse.move(30, 25)
    expect(editor.state).toMatchObject({ gesture: 'marqueeing', marquee: { minX: 1000, maxX: 30_000 } })
    expect(selected(editor)).toHaveLength(3)
    press(editor, 'Escape')
    expect(editor.state).toMatchObject({ gesture: null, marquee: null })
    expect(selected(editor)).toEqual(['booths/a', 'columns/c'])
    mouse.up(30, 25)
    expect(selected(editor)).toEqual(['booths/a', 'columns/c'])
  })

  it('a rubber band round the corner of a turned booth does not catch it by its box', () => {
    const editor = editorOn(hallWith({ booths: [booth('a', [10_000, 10_000, 4000, 4000, 4500])] }))
    hand(editor).drag([9.2, 9.2], [10, 10])
    expect(selected(editor)).toEqual([])
  })

  it('Escape goes back one level at a time, and then leaves the key to the page', () => {
    const editor = two()
    editor.setSelection(['booths/a'])
    editor.setTool('booth')
    hand(editor).down(30, 20)
    expect([press(editor, 'Escape'), editor.state.gesture, editor.state.tool]).toEqual([true, null, 'booth'])
    expect([press(editor, 'Escape'), editor.state.tool, selected(editor)]).toEqual([true, 'select', ['booths/a']])
    expect([press(editor, 'Escape'), selected(editor)]).toEqual([true, []])
    expect(press(editor, 'Escape')).toBe(false)
  })

  it('all with one key; what others remove or move to another hall is no longer selected', () => {
    const editor = two()
    press(editor, 'a', { ctrl: true })
    expect(selected(editor)).toHaveLength(3)
    editor.store.apply([
      { op: 'set', kind: 'booths', id: 'a', fields: { removed: true } },
      { op: 'set', kind: 'columns', id: 'c', fields: { hallId: 'other' } },
    ])
    expect(selected(editor)).toEqual(['booths/b'])
  })
})

describe('dragging', () => {
  it('is one step of undo, on the grid, and nothing changes before the button goes up', () => {
    const editor = two()
    const mouse = hand(editor)
    mouse.down(6, 6)
    mouse.move(7, 20)
    expect(editor.state.gesture).toBe('draggingItems')
    expect(editor.state.preview?.moved.get('booths/a')).toEqual({ place: [6000, 19_000, 3000, 3000, 0] })
    expect(placeOf(editor, 'a')).toEqual([5000, 5000, 3000, 3000, 0])
    mouse.move(7.1, 20.2)
    mouse.up(7.1, 20.2)
    expect(placeOf(editor, 'a')).toEqual([6000, 19_000, 3000, 3000, 0])
    expect(editor.state).toMatchObject({ preview: null, guides: [], gesture: null })
    expect([press(editor, 'z', { ctrl: true }), placeOf(editor, 'a')]).toEqual([true, [5000, 5000, 3000, 3000, 0]])
    expect(editor.store.canUndo).toBe(false)
    expect([press(editor, 'z', { ctrl: true, shift: true }), placeOf(editor, 'a')]).toEqual([
      true,
      [6000, 19_000, 3000, 3000, 0],
    ])
  })

  it('catches at neighbours and shows the line; Alt lets go', () => {
    const editor = two()
    const mouse = hand(editor)
    mouse.down(16, 6)
    mouse.move(9.2, 6.1)
    expect(editor.state.preview?.moved.get('booths/b')).toEqual({ place: [8000, 5000, 3000, 3000, 0] })
    expect(editor.state.guides).toContainEqual({ axis: 'x', at: 8000, from: 5000, to: 8000 })
    mouse.move(9.2, 6.1, { alt: true })
    expect(editor.state.preview?.moved.get('booths/b')).toEqual({ place: [8200, 5100, 3000, 3000, 0] })
    expect(editor.state.guides).toEqual([])
    mouse.up(9.2, 6.1, { alt: true })
    expect(placeOf(editor, 'b')).toEqual([8200, 5100, 3000, 3000, 0])
  })

  it('with Shift goes along one axis, Escape or a lost pointer leaves all as it was', () => {
    const editor = two()
    const mouse = hand(editor)
    mouse.drag([6, 6], [7, 20], { shift: true })
    expect(placeOf(editor, 'a')).toEqual([5000, 19_000, 3000, 3000, 0])
    mouse.down(16, 6)
    mouse.move(20, 20)
    press(editor, 'Escape')
    mouse.up(20, 20)
    mouse.down(16, 6)
    mouse.move(20, 20)
    mouse.cancel(20, 20)
    expect(editor.state).toMatchObject({ gesture: null, preview: null })
    expect(placeOf(editor, 'b')).toEqual([15_000, 5000, 3000, 3000, 0])
  })

  it('undo in the middle of a drag only ends the drag', () => {
    const editor = two()
    const mouse = hand(editor)
    mouse.drag([6, 6], [7, 20])
    mouse.down(16, 6)
    mouse.move(20, 20)
    press(editor, 'z', { meta: true })
    expect(editor.state.gesture).toBe(null)
    expect([placeOf(editor, 'a'), placeOf(editor, 'b')]).toEqual([
      [6000, 19_000, 3000, 3000, 0],
      [15_000, 5000, 3000, 3000, 0],
    ])
  })

  it('moves outlines and everything else that is selected by the same way', () => {
    const outline = [
      [10_000, 10_000],
      [16_000, 10_000],
      [16_000, 13_000],
      [13_000, 13_000],
      [13_000, 16_000],
      [10_000, 16_000],
    ]
    const editor = editorOn(
      hallWith({
        booths: [{ id: 'p', hallId: 'h', number: 'P', outline }],
        columns: [{ id: 'c', hallId: 'h', place: [20_000, 20_000, 501, 501, 0] }],
      }),
    )
    editor.setSelection(['booths/p', 'columns/c'])
    hand(editor).drag([15, 15], [17, 17])
    expect(editor.store.get('booths', 'p')?.outline).toEqual(outline)
    editor.setSelection(['booths/p', 'columns/c'])
    hand(editor).drag([11, 11], [13, 9])
    expect(editor.store.get('booths', 'p')?.outline).toEqual(outline.map(([x, y]) => [x! + 2000, y! - 2000]))
    expect(editor.store.get('columns', 'c')?.place).toEqual([22_000, 18_000, 501, 501, 0])
  })
})

describe('handles', () => {
  it('a corner resizes, the opposite one stays; one step', () => {
    const editor = two()
    editor.setSelection(['booths/a'])
    hand(editor).drag([8, 8], [9.1, 9.9])
    expect(placeOf(editor, 'a')).toEqual([5000, 5000, 4000, 5000, 0])
    hand(editor).drag([5, 5], [4, 3.5])
    expect(placeOf(editor, 'a')).toEqual([4000, 3500, 5000, 6500, 0])
    editor.perform('undo')
    editor.perform('undo')
    expect(placeOf(editor, 'a')).toEqual([5000, 5000, 3000, 3000, 0])
  })

  it('a side changes one measure only, also of a booth that stands sideways or askew', () => {
    const editor = two()
    editor.setSelection(['booths/a'])
    hand(editor).drag([8, 6.5], [12, 9])
    expect(placeOf(editor, 'a')).toEqual([5000, 5000, 7000, 3000, 0])
    const turned = editorOn(
      hallWith({
        booths: [booth('q', [10_000, 10_000, 4000, 2000, 9000]), booth('s', [30_000, 10_000, 4000, 4000, 4500])],
      }),
    )
    turned.setSelection(['booths/q'])
    hand(turned).drag([12, 13], [12, 15])
    // Stands 2 m wide and 4 m deep on the plan, from y 9 to 13; its lower side is the end of its width.
    expect(placeOf(turned, 'q')).toEqual([9000, 11_000, 6000, 2000, 9000])
    turned.setSelection(['booths/s'])
    const corner = Math.SQRT2 * 2
    hand(turned).drag([32 + corner, 12], [32 + corner + Math.SQRT1_2, 12 + Math.SQRT1_2])
    expect(placeOf(turned, 's')?.slice(2)).toEqual([5000, 4000, 4500])
  })

  it('never turns a booth inside out, and keeps the proportions with Shift', () => {
    const editor = two()
    editor.setSelection(['booths/a'])
    hand(editor).drag([8, 6.5], [1, 6.5])
    expect(placeOf(editor, 'a')?.[2]).toBe(50)
    editor.perform('undo')
    hand(editor).drag([8, 8], [11, 8.2], { shift: true })
    expect(placeOf(editor, 'a')).toEqual([5000, 5000, 6000, 6000, 0])
  })

  it('the round one turns in steps of 15 degrees, freely with Shift', () => {
    const editor = two()
    editor.setSelection(['booths/a'])
    const mouse = hand(editor)
    // The frame's upper side is at 5 m, the handle 26 px above it.
    const top = 5 - 26 / 20
    mouse.drag([6.5, top], [9, 6.4])
    expect(placeOf(editor, 'a')).toEqual([5000, 5000, 3000, 3000, 9000])
    editor.perform('undo')
    mouse.drag([6.5, top], [9, 6.4], { shift: true })
    expect(placeOf(editor, 'a')?.[4]).toBe(8770)
    editor.perform('undo')
    mouse.down(6.5, top)
    mouse.move(9, 6.4)
    expect(editor.state.preview?.measure).toEqual({ angle: 9000 })
    press(editor, 'Escape')
    mouse.up(9, 6.4)
    expect(placeOf(editor, 'a')?.[4]).toBe(0)
  })

  it('several things turn about their common middle', () => {
    const editor = two()
    editor.setSelection(['booths/a', 'booths/b'])
    press(editor, 't')
    expect([placeOf(editor, 'a'), placeOf(editor, 'b')]).toEqual([
      [10_000, 0, 3000, 3000, 9000],
      [10_000, 10_000, 3000, 3000, 9000],
    ])
  })
})
