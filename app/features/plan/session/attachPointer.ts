import type { Editor, EditorEvent, Modifiers } from '~/canvas/editor/types'

const modifiers = ({ shiftKey, altKey, ctrlKey, metaKey }: MouseEvent | KeyboardEvent): Modifiers => ({
  shift: shiftKey,
  alt: altKey,
  ctrl: ctrlKey,
  meta: metaKey,
})

const KINDS = {
  pointerdown: 'pointerDown',
  pointermove: 'pointerMove',
  pointerup: 'pointerUp',
  pointercancel: 'pointerCancel',
} as const

const pointerTypeOf = (type: string) => (type === 'touch' || type === 'pen' ? type : 'mouse')

/** Hands what happens on the canvas to the editor, in pixels from the canvas' corner. */
export function attachPointer(element: HTMLElement, editor: Editor): () => void {
  const abort = new AbortController()
  const { signal } = abort
  const at = ({ clientX, clientY }: MouseEvent) => {
    const { left, top } = element.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  const send = (event: Event, translated: EditorEvent) => {
    if (editor.dispatch(translated) && event.cancelable) event.preventDefault()
  }

  for (const name of Object.keys(KINDS) as (keyof typeof KINDS)[]) {
    element.addEventListener(
      name,
      (event) => {
        if (name === 'pointerdown') {
          element.setPointerCapture(event.pointerId)
          // The default, taking the focus, is prevented with the rest of it. No ring: one knows where one has clicked.
          element.dataset.focusedBy = 'pointer'
          element.focus({ preventScroll: true })
        }
        send(event, {
          type: KINDS[name],
          pointerId: event.pointerId,
          pointerType: pointerTypeOf(event.pointerType),
          button: event.button,
          ...at(event),
          ...modifiers(event),
        })
      },
      { signal },
    )
  }
  element.addEventListener('pointerleave', () => void editor.dispatch({ type: 'pointerLeave' }), { signal })
  element.addEventListener('blur', () => delete element.dataset.focusedBy, { signal })
  element.addEventListener('contextmenu', (event) => event.preventDefault(), { signal })
  element.addEventListener(
    'wheel',
    (event) =>
      send(event, {
        type: 'wheel',
        deltaX: event.deltaX,
        deltaY: event.deltaY,
        deltaMode: event.deltaMode,
        ...at(event),
        ...modifiers(event),
      }),
    { signal, passive: false },
  )
  return () => abort.abort()
}
