import { BOOTH_STATUSES, type BoothStatus } from '#shared/claims/status'
import type { BoothStatusEvent } from '#shared/protocol/events'
import { nameLines } from '~/lib/planView/labels'
import { markPath, readRingPath } from '~/lib/planView/paths'
import { boothSelector, find, findAll, rowSelector, swapClass } from './elements'

export type StatusWords = Record<BoothStatus, string>

const SVG = 'http://www.w3.org/2000/svg'
const BETWEEN = ' · '

/** Shows who has a booth now, wherever the page shows it: plan, list, facts. */
export function paintBooth(event: BoothStatusEvent, words: { status: StatusWords; nobody?: StatusWords }): void {
  for (const booth of findAll<SVGElement>(document, boothSelector(event.boothId)))
    paintOnPlan(booth, event, words.status)
  for (const row of findAll(document, rowSelector(event.boothId))) paintRow(row, event, words.status)
  for (const badge of findAll(document, `[data-live-status="${CSS.escape(event.boothId)}"] .status`)) {
    swapClass(badge, 'status--', BOOTH_STATUSES, event.status)
    badge.textContent = words.status[event.status]
  }
  for (const who of findAll(document, `[data-live-who="${CSS.escape(event.boothId)}"]`)) {
    const link = who.dataset.exhibitorPath
    who.replaceChildren(nameOf(event, link ?? null, words.nobody?.[event.status] ?? words.status[event.status]))
  }
  for (const offer of findAll(document, `[data-when-available="${CSS.escape(event.boothId)}"]`)) {
    offer.hidden = event.status !== 'available'
  }
}

/** The exhibitor's name, as a link to its page where there is one, or a word for nobody. */
export function nameOf(
  { exhibitorId, exhibitorName }: Pick<BoothStatusEvent, 'exhibitorId' | 'exhibitorName'>,
  path: string | null,
  nobody: string,
): Node {
  if (exhibitorName === null) return document.createTextNode(nobody)
  if (exhibitorId === null || path === null) return document.createTextNode(exhibitorName)
  const link = document.createElement('a')
  link.href = `${path}/${encodeURIComponent(exhibitorId)}`
  link.textContent = exhibitorName
  return link
}

function paintOnPlan(booth: SVGElement, { status, exhibitorName }: BoothStatusEvent, words: StatusWords): void {
  const title = find<SVGTitleElement>(booth, 'title')
  if (title) {
    const parts = (title.textContent ?? '').split(BETWEEN)
    const before = BOOTH_STATUSES.find((candidate) => booth.classList.contains(`is-${candidate}`))
    const at = before === undefined ? parts.length : parts.indexOf(words[before])
    const kept = parts.slice(0, at === -1 ? 1 : at)
    title.textContent = [...kept, words[status], ...(exhibitorName ? [exhibitorName] : [])].join(BETWEEN)
  }
  swapClass(booth, 'is-', BOOTH_STATUSES, status)
  const shape = find(booth, '.plan-booth__shape')?.getAttribute('d') ?? ''
  find(booth, '.plan-booth__mark')?.setAttribute('d', markPath(readRingPath(shape), status))
  const nameText = find<SVGTextElement>(booth, '.plan-booth__name')
  if (nameText) writeName(nameText, exhibitorName ?? '')
}

function writeName(text: SVGTextElement, name: string): void {
  const [across = 0, size = 1] = (text.dataset.room ?? '').split(' ').map(Number)
  text.replaceChildren(
    ...nameLines(name, { across, size }).map((line, index) => {
      const span = document.createElementNS(SVG, 'tspan')
      span.setAttribute('x', '0')
      span.setAttribute('y', `${2.45 + index * 1.15}em`)
      span.textContent = line
      return span
    }),
  )
}

function paintRow(row: HTMLElement, event: BoothStatusEvent, words: StatusWords): void {
  const { status, exhibitorId, exhibitorName, version } = event
  row.dataset.status = status
  row.dataset.exhibitor = exhibitorId ?? ''
  row.dataset.version = String(version)
  swapClass(row, 'is-', BOOTH_STATUSES, status)
  const name = find(row, '[data-name]')
  if (name) name.textContent = exhibitorName ?? words[status]
  const mark = find(row, '[data-mark]')
  if (!mark) return
  swapClass(mark, 'status--', BOOTH_STATUSES, status)
  const word = mark.firstElementChild
  if (word) word.textContent = exhibitorName === null ? '' : words[status]
}
