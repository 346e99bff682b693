import type { MapView } from './mapView'

export interface GestureWords {
  wheelHint: string
  touchHint: string
}

const DRAG_FROM_PX = 5
const HINT_MS = 1800
const WHEEL_SPEED = 0.0022

/**
 * Mouse: drag moves; the wheel zooms with Ctrl, or once the map was clicked. Touch: one finger scrolls the page, two move
 * and zoom the map. Keys, while the map has the focus: + - 0 and arrows.
 */
export function bindGestures(map: MapView, words: GestureWords): void {
  const { element } = map
  const hint = hintIn(element)
  bindMouse(map, hint, words)
  bindTouch(map, hint, words)
  element.addEventListener('keydown', (event) => {
    if (event.target !== element || event.ctrlKey || event.metaKey || event.altKey) return
    if (actOnKey(map, event.key)) event.preventDefault()
  })
  for (const button of element.querySelectorAll<HTMLElement>('[data-zoom-to]')) {
    button.addEventListener('click', () => {
      const { zoomTo } = button.dataset
      if (zoomTo === 'in' || zoomTo === 'out') map.zoom(zoomTo)
      else map.all()
    })
  }
}

/** Arrow keys, as steps across and down. */
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Whether the key meant something to the map. */
function actOnKey(map: MapView, key: string): boolean {
  const step = STEPS[key]
  if (step) map.step(...step)
  else if (key === '+' || key === '=') map.zoom('in')
  else if (key === '-') map.zoom('out')
  else if (key === '0') map.all()
  else return false
  return true
}

type Hint = (text: string) => void

function hintIn(element: HTMLElement): Hint {
  const line = element.querySelector<HTMLElement>('[data-hint]')
  let timer: ReturnType<typeof setTimeout> | undefined
  return (text) => {
    if (!line) return
    line.textContent = text
    line.hidden = false
    clearTimeout(timer)
    timer = setTimeout(() => {
      line.hidden = true
    }, HINT_MS)
  }
}

function bindMouse(map: MapView, hint: Hint, words: GestureWords): void {
  const { element } = map
  let active = false
  let dragged = false
  let last: { x: number; y: number } | null = null

  element.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch' || event.button !== 0) return
    active = true
    dragged = false
    last = { x: event.clientX, y: event.clientY }
  })
  element.addEventListener('pointermove', (event) => {
    if (!last || event.pointerType === 'touch') return
    const [dx, dy] = [event.clientX - last.x, event.clientY - last.y]
    if (!dragged && Math.hypot(dx, dy) < DRAG_FROM_PX) return
    if (!dragged) element.setPointerCapture(event.pointerId)
    dragged = true
    map.dragBy(dx, dy)
    last = { x: event.clientX, y: event.clientY }
  })
  const end = () => {
    last = null
  }
  element.addEventListener('pointerup', end)
  element.addEventListener('pointercancel', end)
  element.addEventListener('pointerleave', () => {
    active = false
  })
  // The end of a drag is not a choice of what lies under it. Links are not dragged away either.
  element.addEventListener(
    'click',
    (event) => {
      if (!dragged) return
      event.preventDefault()
      event.stopPropagation()
      dragged = false
    },
    true,
  )
  element.addEventListener('dragstart', (event) => event.preventDefault())
  element.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !active) {
        hint(words.wheelHint)
        return
      }
      event.preventDefault()
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 30 : event.deltaY
      const speed = event.ctrlKey && Math.abs(pixels) < 40 ? WHEEL_SPEED * 4 : WHEEL_SPEED
      map.zoomBy(Math.exp(-pixels * speed), map.planPoint(event.clientX, event.clientY))
    },
    { passive: false },
  )
}

interface Fingers {
  x: number
  y: number
  apart: number
}

function fingersOf({ touches }: TouchEvent): Fingers | null {
  const [a, b] = touches
  if (!a || !b) return null
  return {
    x: (a.clientX + b.clientX) / 2,
    y: (a.clientY + b.clientY) / 2,
    apart: Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)),
  }
}

function bindTouch(map: MapView, hint: Hint, words: GestureWords): void {
  const { element } = map
  let fingers: Fingers | null = null
  let start: Touch | undefined
  element.addEventListener(
    'touchstart',
    (event) => {
      fingers = fingersOf(event)
      start = event.touches[0]
      if (fingers) event.preventDefault()
    },
    { passive: false },
  )
  element.addEventListener(
    'touchmove',
    (event) => {
      const now = fingersOf(event)
      if (!now || !fingers) {
        const [touch] = event.touches
        if (start && touch && Math.hypot(touch.clientX - start.clientX, touch.clientY - start.clientY) > 24)
          hint(words.touchHint)
        return
      }
      event.preventDefault()
      map.dragBy(now.x - fingers.x, now.y - fingers.y)
      map.zoomBy(now.apart / fingers.apart, map.planPoint(now.x, now.y))
      fingers = now
    },
    { passive: false },
  )
  element.addEventListener('touchend', (event) => {
    fingers = fingersOf(event)
  })
}
