import { findAll } from '../visit/elements'

/** Columns of the grid for the stages that still have something to show, as programmePage.ts lays them out. */
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
  room.querySelector<HTMLElement>('[data-timetable]')?.style.setProperty('--stages', String(Math.max(shown.length, 1)))
}
