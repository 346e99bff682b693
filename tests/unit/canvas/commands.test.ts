import { describe, expect, it } from 'vitest'
import { translatorFor } from '#shared/i18n/catalogues'
import { COMMANDS } from '~/canvas/editor/commands/registry'
import { COMMAND_IDS } from '~/canvas/editor/commands/types'
import { booth, editorOn, hallWith, placeOf, press, selected } from './editorScript'

const editorWithTwo = () =>
  editorOn(
    hallWith({
      booths: [
        booth('a', [5000, 5000, 3000, 3000, 0], { number: 'A1' }),
        booth('b', [15_000, 5000, 3000, 3000, 0], { number: 'A2' }),
      ],
    }),
  )

describe('the registry', () => {
  it('has every command, each with a label, and no two on one key', () => {
    expect(Object.keys(COMMANDS).sort()).toEqual([...COMMAND_IDS].sort())
    const keys = COMMAND_IDS.flatMap((id) =>
      COMMANDS[id].shortcuts.map(({ key, mod, shift }) => `${mod ? 'mod+' : ''}${shift ? 'shift+' : ''}${key}`),
    )
    expect(new Set(keys).size).toBe(keys.length)
    for (const language of ['nl', 'fr', 'en'] as const) {
      const t = translatorFor(language)
      for (const id of COMMAND_IDS) expect(t(`editor:commands.${id}`)).not.toContain('commands.')
    }
  })

  it('answers to its keys and leaves all others to the page', () => {
    const editor = editorWithTwo()
    expect(press(editor, 'B')).toBe(true)
    expect(editor.state.tool).toBe('booth')
    expect(editor.isActive('toolBooth')).toBe(true)
    expect(press(editor, 'b', { alt: true })).toBe(false)
    expect(press(editor, 'b', { shift: true })).toBe(false)
    expect(press(editor, 'b', { ctrl: true })).toBe(false)
    expect(press(editor, 'Tab')).toBe(false)
    expect(press(editor, '+', { shift: true })).toBe(true)
    expect(press(editor, 'Delete')).toBe(false)
    expect(editor.perform('undo')).toBe(false)
  })
})

describe('commands on the selection', () => {
  it('arrow keys move by the grid, with Shift ten times as far', () => {
    const editor = editorWithTwo()
    editor.setSelection(['booths/a'])
    press(editor, 'ArrowRight')
    press(editor, 'ArrowDown', { shift: true })
    expect(placeOf(editor, 'a')).toEqual([5500, 10_000, 3000, 3000, 0])
    editor.setViewport({ scale: 0.1, x: 0, y: 0 })
    press(editor, 'ArrowLeft')
    expect(placeOf(editor, 'a')).toEqual([5400, 10_000, 3000, 3000, 0])
  })

  it('turning goes about the middle', () => {
    const editor = editorWithTwo()
    editor.setSelection(['booths/a'])
    press(editor, '.')
    expect(placeOf(editor, 'a')).toEqual([5000, 5000, 3000, 3000, 1500])
    press(editor, 'T', { shift: true })
    expect(placeOf(editor, 'a')?.[4]).toBe(36_000 + 1500 - 9000)
  })

  it('copies stand where there is room, numbered on, and are selected', async () => {
    const editor = editorWithTwo()
    editor.setSelection(['booths/a'])
    press(editor, 'd', { ctrl: true })
    await Promise.resolve()
    const [copy] = selected(editor)
    expect(editor.store.get('booths', copy!.slice('booths/'.length))).toMatchObject({
      number: 'A3',
      place: [8000, 5000, 3000, 3000, 0],
    })
    editor.perform('undo')
    expect(editor.store.plan.booths.size).toBe(2)
    expect(selected(editor)).toEqual([])
  })

  it('deleting flags booths and is one step', () => {
    const editor = editorWithTwo()
    editor.perform('selectAll')
    press(editor, 'Backspace')
    expect([...editor.store.plan.booths.values()].map(({ removed }) => removed)).toEqual([true, true])
    expect(selected(editor)).toEqual([])
    editor.perform('undo')
    expect([...editor.store.plan.booths.values()].map(({ removed }) => removed)).toEqual([false, false])
  })
})
