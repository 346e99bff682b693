import type { VisitWords } from '~/lib/planView/visitWords'
import { writeAddress } from './address'
import { bindChosen } from './chosen'
import { boothSelector, find, findAll, rowSelector, unveil } from './elements'
import { bindFilter } from './filter'
import { bindGestures } from './gestures'
import { MapView } from './mapView'

/** How much of the hall is kept around a booth that one looks at. */
const AROUND_MM = 9000

/** Brings the plan page to life: what works without this script goes on to work the same, in place. Returns what to call after a status changed. */
export function startPlanRoom(room: HTMLElement, words: VisitWords): () => void {
  const frame = find(room, '[data-map]')
  const svg = find<SVGSVGElement>(room, '.plan')
  if (!frame || !svg) return () => {}
  unveil(room)
  const map = new MapView(frame, svg)
  bindGestures(map, words)
  const refilter = bindFilter(room, words)
  let cameFrom: HTMLElement | null = null
  const chosen = bindChosen(room, words, () => {
    if (cameFrom?.closest('.plan-list') && onPhone()) showView('list')
    cameFrom?.focus({ preventScroll: !onPhone() })
    cameFrom = null
  })

  function showView(view: 'list' | 'map'): void {
    room.dataset.view = view
    for (const link of findAll(room, '[data-view-link]')) {
      if (link.dataset.viewLink === view) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
    writeAddress({ view })
    // On a phone the map fills the window; the way back to the tabs is one swipe.
    if (view === 'map' && onPhone()) frame?.scrollIntoView()
    else if (onPhone()) room.scrollIntoView()
  }

  function lookAtChosen(glide: boolean): void {
    const box = chosen.id === null ? null : chosen.boxOf(chosen.id)
    if (!box) return
    const coverPx = onPhone() ? (find(room, '[data-card]')?.offsetHeight ?? 0) : 0
    map.lookAt(box, { aroundMm: AROUND_MM, coverPx, glide })
  }

  room.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    const target = event.target as Element
    const view = target.closest<HTMLElement>('[data-view-link]')?.dataset.viewLink
    if (view === 'list' || view === 'map') {
      event.preventDefault()
      if (view === 'list') chosen.close()
      showView(view)
      return
    }
    const row = target.closest<HTMLElement>('[data-row]')
    const booth = target.closest<SVGElement>('[data-booth]')
    const id = row?.dataset.row ?? booth?.dataset.booth
    if (id === undefined) return
    event.preventDefault()
    cameFrom = target.closest<HTMLElement>('a')
    chosen.choose(id)
    if (row) {
      if (onPhone()) showView('map')
      lookAtChosen(true)
      if (event.detail === 0 || onPhone()) find(room, '[data-card]')?.focus({ preventScroll: true })
    } else if (!onPhone()) {
      find(room, rowSelector(id))?.scrollIntoView({ block: 'nearest' })
    }
  })

  for (const [from, idOf, otherOf] of [
    ['[data-row]', (element: HTMLElement | SVGElement) => element.dataset.row, boothSelector],
    ['[data-booth]', (element: HTMLElement | SVGElement) => element.dataset.booth, rowSelector],
  ] as const) {
    for (const [kind, pointed] of [
      ['pointerover', true],
      ['pointerout', false],
    ] as const) {
      room.addEventListener(kind, (event) => {
        const element = (event.target as Element).closest<HTMLElement | SVGElement>(from)
        const id = element ? idOf(element) : undefined
        if (id !== undefined) find(room, otherOf(id))?.classList.toggle('is-pointed', pointed)
      })
    }
  }

  if (chosen.id !== null && onPhone()) frame.scrollIntoView()
  lookAtChosen(false)
  return () => {
    refilter()
    chosen.refresh()
  }
}

/** As planRoom.css: list and map do not stand side by side. */
const onPhone = () => matchMedia('(max-width: 59.99rem)').matches
