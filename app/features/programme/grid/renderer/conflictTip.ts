import { conflictSentence } from '#shared/i18n/conflictSentence'
import { conflictParams } from '#shared/programme/conflicts/conflictParams'
import type { SlotRef } from '~/timetable/types'
import { type Box, boxOf } from '~/timetable/view/geometry'
import type { ProgrammeSession } from '../../session/programmeSession'
import type { GridWords } from '../gridWords'
import type { GridElements } from './createGridRenderer'
import type { VisiblePart } from './scroller'

const MOST_SENTENCES = 4
/** As app/styles/timetable/overlay.css has it; asking the browser would make it lay out the page in each frame. */
const WIDTH_PX = 304
const GAP_PX = 8
/** Over a block for so long, and what is wrong with it is said. */
const HOVER_MS = 250

/** What is wrong with the talk under the pointer, the keyboard, or in the hand: in sentences, beside it. */
export function createConflictTip(
  { body, tip }: Pick<GridElements, 'body' | 'tip'>,
  { timetable, store, conflicts, context }: ProgrammeSession,
  words: GridWords,
) {
  let hovered: SlotRef | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let shown = ''
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const onOver = (event: PointerEvent) => {
    const block = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ref]') : null
    const next = event.pointerType === 'mouse' ? (block?.dataset.ref ?? null) : null
    if (next === hovered) return
    clearTimeout(timer)
    hovered = null
    if (next === null) changed()
    else
      timer = setTimeout(() => {
        hovered = next
        changed()
      }, HOVER_MS)
  }
  const onLeave = () => {
    clearTimeout(timer)
    hovered = null
    changed()
  }
  body.addEventListener('pointerover', onOver)
  body.addEventListener('pointerleave', onLeave)

  const subject = (): SlotRef | null => {
    const { preview, gesture, focus } = timetable.state
    if (preview) return preview.placed.size > 0 ? (focus ?? null) : null
    if (gesture !== null) return null
    if (hovered !== null) return hovered
    return body.matches(':focus-visible') && body.dataset.focusedBy !== 'pointer' ? focus : null
  }

  return {
    /** `view`: the part of the day that is seen. */
    draw(view: VisiblePart) {
      const ref = subject()
      const found = ref === null ? [] : conflicts.conflictsOf(ref)
      const placement =
        ref === null ? null : (timetable.state.preview?.placed.get(ref) ?? timetable.held(ref)?.placement)
      const layout = timetable.layout()
      if (!placement || found.length === 0 || !layout.columns.has(placement.stageId)) {
        if (!tip.hidden) tip.hidden = true
        return
      }
      const sentences = found
        .slice(0, MOST_SENTENCES)
        .map((conflict) => [
          conflict.severity,
          conflictSentence(words.t, conflict, conflictParams(conflict, store.plan, context.current, words.language)),
        ])
      const key = JSON.stringify(sentences)
      if (key !== shown) {
        shown = key
        tip.replaceChildren(
          ...sentences.map(([severity, text]) => {
            const line = document.createElement('p')
            line.className = `tt-tip__line tt-tip__line--${severity}`
            line.textContent = text ?? ''
            return line
          }),
        )
      }
      const box = boxOf(layout, timetable.state, placement)
      tip.hidden = false
      const { left, top } = besides(box, view)
      tip.style.transform = `translate(${left}px, ${top}px)`
    },
    onChange(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy() {
      clearTimeout(timer)
      tip.hidden = true
      body.removeEventListener('pointerover', onOver)
      body.removeEventListener('pointerleave', onLeave)
    },
  }
}

/** At the right of the block where there is room, else at its left, else below it. */
function besides(box: Box, view: VisiblePart): { left: number; top: number } {
  const right = box.left + box.width + GAP_PX
  if (right + WIDTH_PX + GAP_PX <= view.right) return { left: right, top: box.top }
  const left = box.left - WIDTH_PX - GAP_PX
  if (left >= view.left) return { left, top: box.top }
  const within = Math.max(view.left, Math.min(box.left, view.right - WIDTH_PX - GAP_PX))
  return { left: within, top: box.top + box.height + GAP_PX }
}
