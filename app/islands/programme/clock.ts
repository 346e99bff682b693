import { wallTimeOfMinute } from '#shared/programme/time'
import { fill } from '~/lib/planView/visitWords'
import { nowAndNext } from '~/lib/programmeView/nowNext'
import type { ProgrammeWords } from '~/lib/programmeView/programmeWords'
import { find, findAll } from '../visit/elements'

const MOST_NOW = 8
const MINUTE_MS = 60_000

interface ShownTalk {
  element: HTMLElement
  start: number
  end: number
  stageId: string
  cancelled: boolean
}

/** Keeps "now and next", the line across the grid and what is over up with the clock. */
export function bindClock(room: HTMLElement, words: ProgrammeWords): void {
  const zone = room.dataset.zone ?? 'UTC'
  const talks = findAll(room, '[data-slot]').map(
    (element): ShownTalk => ({
      element,
      start: Number(element.dataset.start),
      end: Number(element.dataset.end),
      stageId: element.dataset.stage ?? '',
      cancelled: element.classList.contains('is-cancelled'),
    }),
  )
  const time = (minute: number) => wallTimeOfMinute(minute, zone).time

  function tick(): void {
    const minute = Math.floor(Date.now() / MINUTE_MS)
    for (const { element, end } of talks) element.classList.toggle('is-past', end <= minute)
    drawLine(room, minute)
    const panel = find(room, '[data-now-next]')
    if (!panel) return
    const { now, next } = nowAndNext(talks, minute)
    const over = now.length === 0 && next.length === 0
    show(panel, '[data-over]', over)
    show(panel, '[data-now-columns]', !over)
    show(panel, '[data-nothing-now]', now.length === 0)
    show(panel, '[data-next-part]', next.length > 0)
    fillList(panel, '[data-now]', now, (talk) => fill(words.until, { time: time(talk.end) }))
    fillList(panel, '[data-next]', next, (talk) => fill(words.at, { time: time(talk.start) }))
  }

  tick()
  setInterval(tick, MINUTE_MS / 2)
  // A phone that was in a pocket has missed its ticks.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) tick()
  })
}

const show = (root: HTMLElement, selector: string, shown: boolean) => {
  const element = find(root, selector)
  if (element) element.hidden = !shown
}

function fillList(
  panel: HTMLElement,
  selector: string,
  talks: readonly ShownTalk[],
  when: (talk: ShownTalk) => string,
) {
  const list = find(panel, selector)
  if (!list) return
  const wanted = talks.slice(0, MOST_NOW)
  const key = wanted.map((talk) => talk.element.dataset.slot).join()
  // Nothing is written again while nothing changes: whoever is reading it is not disturbed.
  if (
    key ===
    findAll(list, '[data-line]')
      .map((line) => line.dataset.line)
      .join()
  )
    return
  list.replaceChildren(...wanted.map((talk) => lineOf(talk, when(talk))))
}

function lineOf({ element }: ShownTalk, when: string): HTMLElement {
  const line = document.createElement('li')
  line.className = 'now-line'
  line.dataset.line = element.dataset.slot ?? ''
  const title = find<HTMLAnchorElement>(element, '.talk-block__title')
  const link = document.createElement('a')
  link.href = title?.href ?? ''
  link.lang = title?.lang ?? ''
  link.textContent = title?.textContent ?? ''
  const where = document.createElement('span')
  where.className = 'now-line__where'
  where.textContent = `${when} · ${find(element, '.talk-block__stage')?.textContent ?? ''}`
  line.append(link, where)
  return line
}

function drawLine(room: HTMLElement, minute: number): void {
  const grid = find(room, '[data-timetable]')
  const line = find(room, '[data-now-line]')
  if (!grid || !line) return
  const [from, until] = [Number(grid.dataset.from), Number(grid.dataset.until)]
  line.hidden = minute < from || minute > until
  line.style.setProperty('--at', String(minute - from))
}
