import { describe, expect, it } from 'vitest'
import type { SectorId } from '#shared/kernel/ids'
import { checkPlan } from '#shared/plan/checks/planChecker'
import { planOf } from '../plan/planArbitrary'
import { booth, editorOn, HALL, hallWith, hand, press, selected } from './editorScript'

const booths = (editor: ReturnType<typeof editorOn>) =>
  [...editor.store.plan.booths.values()].map(({ number, place }) => [number, place])

describe('booth tool', () => {
  it('a click makes one of the usual size about the pointer, numbered, selected, in one step', () => {
    const editor = editorOn(hallWith({ booths: [booth('x', [30_000, 20_000, 3000, 3000, 0], { number: 'A7' })] }))
    press(editor, 'b')
    hand(editor).move(10, 10)
    expect(editor.state.preview?.fresh).toEqual([{ kind: 'booths', place: [8500, 8500, 3000, 3000, 0], number: 'A8' }])
    hand(editor).click(10, 10)
    expect(booths(editor)[1]).toEqual(['A8', [8500, 8500, 3000, 3000, 0]])
    expect(editor.state.tool).toBe('booth')
    editor.perform('undo')
    expect([booths(editor).length, editor.store.canUndo]).toEqual([1, false])
  })

  it('a drag draws from corner to corner, in any direction, a square with Shift', async () => {
    const editor = editorOn(hallWith())
    editor.setTool('booth')
    editor.setOptions({ sectorId: 'gone' as SectorId })
    hand(editor).drag([10, 10], [6.1, 4.9])
    hand(editor).drag([20, 20], [24, 21], { shift: true })
    expect(booths(editor)).toEqual([
      ['A1', [6000, 5000, 4000, 5000, 0]],
      ['A2', [20_000, 20_000, 4000, 4000, 0]],
    ])
    expect([...editor.store.plan.booths.values()][0]?.sectorId).toBe(null)
    await Promise.resolve()
    expect(selected(editor)).toHaveLength(1)
  })

  it('is left by Escape without a trace, and makes nothing of a twitch', () => {
    const editor = editorOn(hallWith())
    editor.setTool('booth')
    const mouse = hand(editor)
    mouse.down(10, 10)
    mouse.move(15, 15)
    press(editor, 'Escape')
    mouse.up(15, 15)
    mouse.drag([10, 10], [10.2, 15], { alt: true })
    mouse.drag([10, 10], [10.15, 15], { alt: true })
    expect(booths(editor)).toHaveLength(1)
  })

  it('says what is missing where there is no hall', () => {
    const editor = editorOn(planOf({}), { hallId: null })
    editor.setTool('booth')
    hand(editor).click(10, 10)
    expect(editor.state.messages.map(({ code }) => code)).toEqual(['noHall'])
    expect(editor.store.canUndo).toBe(false)
  })
})

describe('rows tool', () => {
  it('fills an area with lines, back to back, round what stands there; one step, all selected', async () => {
    const editor = editorOn(
      hallWith({
        columns: [{ id: 'c', hallId: 'h', place: [6000, 5000, 500, 500, 0] }],
        booths: [booth('x', [12_000, 10_000, 3000, 3000, 0], { number: 'B3' })],
      }),
    )
    press(editor, 'r')
    const mouse = hand(editor)
    mouse.down(2, 2)
    mouse.move(20.2, 15.1)
    const shown = editor.state.preview?.fresh.length
    mouse.up(20.2, 15.1)
    await Promise.resolve()
    const fresh = [...editor.store.plan.booths.values()].filter(({ id }) => id !== 'x')
    expect(fresh.length).toBe(shown)
    // Three lines of six, less the one on the column and the two that the standing booth is in the way of.
    expect(fresh.map(({ number }) => number).join(' ')).toBe('A1 A2 A3 A4 A5 A6 C1 C2 C3 C4 C5 D1 D2 D3 D4')
    expect(checkPlan(editor.store.plan)).toEqual([])
    expect(selected(editor)).toHaveLength(fresh.length)
    editor.perform('undo')
    expect(editor.store.plan.booths.size).toBe(1)
  })

  it('says so when nothing fits, and does nothing after Escape', () => {
    const editor = editorOn(hallWith())
    editor.setTool('rows')
    const mouse = hand(editor)
    mouse.drag([2, 2], [4, 4])
    expect(editor.state.messages.map(({ code }) => code)).toEqual(['nothingFits'])
    mouse.down(2, 2)
    mouse.move(30, 20)
    press(editor, 'Escape')
    mouse.up(30, 20)
    expect(editor.state).toMatchObject({ preview: null, marquee: null, guides: [] })
    expect(editor.store.plan.booths.size).toBe(0)
  })
})

describe('walls, columns, exits, stages, meeting points', () => {
  const drawn = (
    tool: Parameters<ReturnType<typeof editorOn>['setTool']>[0],
    act: (mouse: ReturnType<typeof hand>) => void,
  ) => {
    const editor = editorOn(hallWith())
    editor.setTool(tool)
    act(hand(editor))
    return { editor, plan: editor.store.plan }
  }

  it('a wall goes from end to end, straight when nearly so, in steps of 15 degrees with Shift', () => {
    const wall = (to: [number, number], held = {}) =>
      [...drawn('wall', (mouse) => mouse.drag([10, 10], to, held)).plan.walls.values()][0]?.place
    expect(wall([22, 10.5])).toEqual([10_000, 9950, 12_010, 100, 0])
    expect(wall([10, 4])).toEqual([7000, 6950, 6000, 100, 9000])
    expect(wall([13, 14], { alt: true })).toEqual([9000, 11_950, 5000, 100, 5313])
    expect(wall([14, 13.5], { shift: true })?.[4]).toBe(4500)
    expect(wall([10.05, 10], { alt: true })).toBeUndefined()
  })

  it('a column lands where the button goes up; Escape drops it', () => {
    const { editor, plan } = drawn('column', (mouse) => mouse.drag([9, 9], [12, 12]))
    expect([...plan.columns.values()]).toMatchObject([{ place: [11_750, 11_750, 500, 500, 0], round: false }])
    const mouse = hand(editor)
    mouse.down(20, 20)
    press(editor, 'Escape')
    mouse.up(20, 20)
    expect(editor.store.plan.columns.size).toBe(1)
  })

  it('an exit sits on the outline, whole on one side of it', () => {
    const exit = (x: number, y: number) => [...drawn('exit', (mouse) => mouse.click(x, y)).plan.exits.values()][0]
    expect(exit(10, 3)).toMatchObject({ kind: 'exit', place: [9000, -150, 2000, 300, 0] })
    expect(exit(39, 29.9)).toMatchObject({ place: [38_000, 29_850, 2000, 300, 18_000] })
    expect(exit(38, 10.2)?.place).toEqual([39_000, 10_000 + 500 - 150 - 500, 2000, 300, 9000])
    expect(checkPlan(drawn('exit', (mouse) => mouse.click(10, 3)).plan)).toEqual([])
  })

  it('stages and meeting points get a name in every language, counted on', () => {
    const { editor } = drawn('stage', (mouse) => mouse.click(10, 10))
    hand(editor).click(25, 20)
    expect([...editor.store.plan.stages.values()].map(({ name }) => name)).toEqual([
      { nl: 'Podium 1', fr: 'Scène 1', en: 'Stage 1' },
      { nl: 'Podium 2', fr: 'Scène 2', en: 'Stage 2' },
    ])
    const { plan } = drawn('meetingPoint', (mouse) => mouse.drag([10, 10], [15, 14]))
    expect([...plan.meetingPoints.values()]).toMatchObject([
      { place: [10_000, 10_000, 5000, 4000, 0], name: { nl: 'Ontmoetingsplek 1' } },
    ])
  })
})

describe('sector brush', () => {
  it('gives every booth it touches to the sector, in one step; Escape gives none', () => {
    const plan = hallWith({
      sectors: [{ id: 's', name: { nl: 'S' }, code: 'S', tint: 0 }],
      booths: [
        booth('a', [5000, 5000, 3000, 3000, 0]),
        booth('b', [8000, 5000, 3000, 3000, 0]),
        booth('c', [20_000, 5000, 3000, 3000, 0]),
      ],
    })
    const editor = editorOn(plan)
    press(editor, 'k')
    editor.setOptions({ sectorId: 's' as SectorId })
    const mouse = hand(editor)
    mouse.drag([6, 6], [10, 6])
    const sectors = () => [...editor.store.plan.booths.values()].map(({ sectorId }) => sectorId)
    expect(sectors()).toEqual(['s', 's', null])
    mouse.down(21, 6)
    expect([...(editor.state.preview?.painted ?? [])]).toEqual(['booths/c'])
    press(editor, 'Escape')
    mouse.up(21, 6)
    expect(sectors()).toEqual(['s', 's', null])
    editor.perform('undo')
    expect(sectors()).toEqual([null, null, null])
    editor.setSelection(['booths/c'])
    expect(editor.perform('assignSector', { sectorId: 's' as SectorId })).toBe(true)
    expect(sectors()).toEqual([null, null, 's'])
  })
})

it('a hall that goes makes room for another', () => {
  const editor = editorOn(planOf({ halls: [HALL, { ...HALL, id: 'h2' }], booths: [booth('a', [0, 0, 3000, 3000, 0])] }))
  editor.setSelection(['booths/a'])
  editor.store.apply([{ op: 'delete', kind: 'halls', id: 'h' }])
  expect(editor.state).toMatchObject({ hallId: 'h2', selection: new Set() })
})
