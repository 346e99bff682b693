import { type KeyboardEvent, useCallback, useRef } from 'react'
import { useVirtualRows } from './useVirtualRows'

export interface SheetOptions<Row, Key extends string> {
  rows: readonly Row[]
  keyOf: (row: Row) => Key
  selection: ReadonlySet<Key>
  select: (keys: Iterable<Key>) => void
}

/** A long table that is worked like a sheet: rows in view only, ranges by Shift, up and down within a column. */
export function useSheet<Row, Key extends string>(options: SheetOptions<Row, Key>) {
  const { rows, keyOf, selection, select } = options
  // Rows are drawn anew when their order changes, not with each selection.
  const latest = useRef(options)
  latest.current = options
  const scroller = useRef<HTMLDivElement>(null)
  const lastPicked = useRef(-1)
  const view = useVirtualRows(scroller, rows.length)
  const { scrollTo } = view

  const pick = useCallback(
    (index: number, range: boolean) => {
      const { keyOf, selection, select } = latest.current
      const row = rows[index]
      if (row === undefined) return
      const next = new Set(selection)
      const from = range && lastPicked.current >= 0 ? lastPicked.current : index
      const on = !next.has(keyOf(row))
      for (const between of rows.slice(Math.min(from, index), Math.max(from, index) + 1)) {
        if (on) next.add(keyOf(between))
        else next.delete(keyOf(between))
      }
      lastPicked.current = index
      select(next)
    },
    [rows],
  )

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const { target } = event
    if (step === 0 || !(target instanceof HTMLElement) || target instanceof HTMLSelectElement) return
    const row = target.closest<HTMLElement>('tr[data-index]')
    const cell = target.closest<HTMLElement>('[data-column]')?.dataset.column
    const index = Number(row?.dataset.index) + step
    if (!row || !cell || index < 0 || index >= rows.length) return
    event.preventDefault()
    scrollTo(index)
    requestAnimationFrame(() => {
      const next = scroller.current?.querySelector<HTMLElement>(`tr[data-index="${index}"] [data-column="${cell}"]`)
      next?.querySelector<HTMLElement>('input, button, select')?.focus()
    })
  }

  const allPicked = rows.length > 0 && rows.every((row) => selection.has(keyOf(row)))

  /** Brings a row into view, unless somebody is typing in the table. */
  const reveal = (key: Key | undefined) => {
    const index = rows.findIndex((row) => keyOf(row) === key)
    if (index >= 0 && !scroller.current?.contains(document.activeElement)) scrollTo(index)
  }

  return {
    ...view,
    scroller,
    pick,
    reveal,
    onKeyDown,
    allPicked,
    pickAll: () => select(allPicked ? [] : rows.map(keyOf)),
  }
}
