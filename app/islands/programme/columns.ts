import { find, findAll } from '../visit/elements'

const HOUR = 60

/** Columns and hours of the grid in which there still is something to show, as programmePage.ts lays them out. */
export function layOut(room: HTMLElement): void {
  const talks = findAll(room, '[data-slot]')
  const heads = findAll(room, '[data-head]')
  const used = new Set(talks.filter((talk) => !talk.hidden).map((talk) => talk.dataset.stage))
  const shown = heads.filter((head) => used.has(head.dataset.head))
  for (const head of heads) head.hidden = shown.length > 0 && !shown.includes(head)
  const columns = new Map(shown.map((head, index) => [head.dataset.head, index]))
  for (const talk of talks) {
    const column = columns.get(talk.dataset.stage)
    if (column !== undefined) talk.style.setProperty('--column', String(column))
  }
  const grid = find(room, '[data-timetable]')
  if (!grid) return
  grid.style.setProperty('--stages', String(Math.max(shown.length, 1)))
  const [from, until] = [Number(grid.dataset.from), Number(grid.dataset.until)]
  const visible = talks.filter((talk) => !talk.hidden)
  const first = Math.min(...visible.map((talk) => Number(talk.dataset.start)), until)
  const last = Math.max(...visible.map((talk) => Number(talk.dataset.end)), from)
  // The grid begins on the hour.
  const shift = visible.length > 0 ? Math.floor((first - from) / HOUR) * HOUR : 0
  grid.style.setProperty('--shift', String(shift))
  grid.style.setProperty('--minutes', String((visible.length > 0 ? Math.min(last, until) : until) - from - shift))
}
