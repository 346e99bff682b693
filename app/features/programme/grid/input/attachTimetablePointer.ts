import type { TalkId } from '#shared/kernel/ids'
import type { Modifiers, Timetable, TimetableEvent, Zone } from '~/timetable/types'
import type { GridRenderer } from '../renderer/createGridRenderer'
import { createAutoScroll } from './autoScroll'
import { createDragCard } from './dragCard'

type PointerName = 'pointerDown' | 'pointerMove' | 'pointerUp' | 'pointerCancel'

export interface PointerParts {
  /** Grid, shelf and tabs are within. */
  root: HTMLElement
  scroller: HTMLElement
  body: HTMLElement
  renderer: GridRenderer
  /** What the card under the pointer says while it is beside the grid. */
  cardText: (count: number) => string
}

/** In these the pointer works as everywhere. */
const CONTROLS = 'button, a, input, select, textarea, label, summary'
/** While these are under way the finger carries something, and nothing may scroll beneath it. */
const CARRYING = new Set(['draggingTalks', 'resizing', 'drawing', 'marqueeing'])
/** One notch of a wheel (100 px) zooms by this factor; a pinch on a touch pad sends many small ones. */
const WHEEL_FACTOR = 1.2

const modifiers = ({ shiftKey, altKey, ctrlKey, metaKey }: MouseEvent): Modifiers => ({
  shift: shiftKey,
  alt: altKey,
  ctrl: ctrlKey,
  meta: metaKey,
})

const pointerTypeOf = (type: string) => (type === 'touch' || type === 'pen' ? type : 'mouse')

function zoneOf(target: Element | null): Zone {
  const zone = target?.closest<HTMLElement>('[data-zone]')
  switch (zone?.dataset.zone) {
    case 'grid':
      return { at: 'grid' }
    case 'shelf': {
      const talk = target?.closest<HTMLElement>('[data-talk]')?.dataset.talk
      return { at: 'shelf', talkId: (talk as TalkId | undefined) ?? null }
    }
    case 'day':
      return { at: 'day', day: zone.dataset.day ?? '' }
    default:
      return { at: 'elsewhere' }
  }
}

/** Hands what pointers do on grid, shelf and tabs to the timetable, in pixels of the day. */
export function attachTimetablePointer(parts: PointerParts, timetable: Timetable): () => void {
  const { root, scroller, body, renderer } = parts
  const abort = new AbortController()
  const { signal } = abort
  const card = createDragCard(root)
  let pressed: number | null = null
  let last: PointerEvent | null = null

  const eventOf = (type: PointerName, event: PointerEvent, zone: Zone): TimetableEvent => {
    return {
      type,
      pointerId: event.pointerId,
      pointerType: pointerTypeOf(event.pointerType),
      button: event.button,
      ...renderer.toDay(event),
      zone,
      ...modifiers(event),
    }
  }
  const zoneUnder = ({ clientX, clientY }: PointerEvent) => zoneOf(document.elementFromPoint(clientX, clientY))

  const move = (event: PointerEvent) => {
    const zone = zoneUnder(event)
    timetable.dispatch(eventOf('pointerMove', event, zone))
    const { gesture, preview } = timetable.state
    const beside = gesture === 'draggingTalks' && zone.at !== 'grid'
    card.show(beside ? event : null, beside ? parts.cardText(preview?.placed.size ?? 1) : '')
    root.dataset.dropping = gesture === 'draggingTalks' ? zone.at : ''
    root.dataset.gesture = gesture ?? ''
  }
  const autoScroll = createAutoScroll(scroller, scroller.querySelector<HTMLElement>('.tt-corner'), () => {
    if (last) move(last)
  })
  const over = () => {
    pressed = null
    last = null
    autoScroll.stop()
    card.show(null, '')
    root.dataset.dropping = ''
    root.dataset.gesture = ''
  }

  let turned = 0
  let zoomFrame: number | null = null
  /** Wheels send more often than a screen shows. */
  const zoom = ({ deltaY, clientY }: WheelEvent) => {
    turned += deltaY
    zoomFrame ??= requestAnimationFrame(() => {
      zoomFrame = null
      renderer.zoomAt(WHEEL_FACTOR ** (-turned / 100), clientY)
      turned = 0
    })
  }

  root.addEventListener(
    'pointerdown',
    (event) => {
      const target = event.target instanceof Element ? event.target : null
      const zone = zoneOf(target)
      if (zone.at !== 'grid' && zone.at !== 'shelf') return
      if (target?.closest(CONTROLS)) return
      renderer.measure()
      const taken = timetable.dispatch(eventOf('pointerDown', event, zone))
      const list = target?.closest<HTMLElement>('[data-keys]')
      if (list) {
        list.dataset.focusedBy = 'pointer'
        list.focus({ preventScroll: true })
      }
      if (!taken) return
      pressed = event.pointerId
      last = event
      // Text would be selected, and the focus would go, by what the browser does next.
      if (event.pointerType !== 'touch') event.preventDefault()
    },
    { signal },
  )
  window.addEventListener(
    'pointermove',
    (event) => {
      if (pressed === null) {
        const zone = zoneOf(event.target instanceof Element ? event.target : null)
        if (zone.at === 'grid' && event.pointerType === 'mouse') timetable.dispatch(eventOf('pointerMove', event, zone))
        return
      }
      if (event.pointerId !== pressed) return
      last = event
      move(event)
      if (CARRYING.has(timetable.state.gesture ?? '')) autoScroll.follow(event)
    },
    { signal },
  )
  window.addEventListener(
    'pointerup',
    (event) => {
      if (event.pointerId !== pressed) return
      timetable.dispatch(eventOf('pointerUp', event, zoneUnder(event)))
      over()
    },
    { signal },
  )
  window.addEventListener(
    'pointercancel',
    (event) => {
      if (event.pointerId !== pressed) return
      timetable.dispatch(eventOf('pointerCancel', event, { at: 'elsewhere' }))
      over()
    },
    { signal },
  )
  body.addEventListener('pointerleave', () => timetable.leave(), { signal })
  // Not passive: a finger that carries a talk does not scroll.
  root.addEventListener(
    'touchmove',
    (event) => {
      if (CARRYING.has(timetable.state.gesture ?? '') && event.cancelable) event.preventDefault()
    },
    { signal, passive: false },
  )
  root.addEventListener(
    'contextmenu',
    (event) => {
      if (pressed !== null) event.preventDefault()
    },
    { signal },
  )
  scroller.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      zoom(event)
    },
    { signal, passive: false },
  )
  const stopFollowing = timetable.subscribe((state, before) => {
    if (state.gesture !== before.gesture) root.dataset.gesture = state.gesture ?? ''
    if (before.gesture !== null && state.gesture === null && pressed !== null && last?.pointerType === 'touch') over()
    // The finger feels that the talk has come loose.
    if (state.gesture === 'draggingTalks' && last?.pointerType === 'touch') navigator.vibrate?.(12)
  })
  return () => {
    over()
    if (zoomFrame !== null) cancelAnimationFrame(zoomFrame)
    card.destroy()
    stopFollowing()
    abort.abort()
  }
}
