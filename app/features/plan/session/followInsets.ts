import type { Editor, Insets } from '~/canvas/editor/types'

const GAP_PX = 12

/** What floats over an edge of the plan. */
const PANELS: readonly (readonly [selector: string, side: keyof Insets])[] = [
  ['.top-bar', 'top'],
  ['.tool-bar', 'left'],
  ['.side-sheet', 'right'],
  ['.status-line', 'bottom'],
  ['.thing-table', 'bottom'],
]

/** Pixels that the panels cover at each edge; one that goes all across a narrow window covers its top or bottom. */
function measure(root: HTMLElement): Insets {
  const insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 }
  const { clientWidth: width, clientHeight: height } = root
  for (const [selector, wanted] of PANELS) {
    const box = root.querySelector(selector)?.getBoundingClientRect()
    if (!box || box.width === 0) continue
    const isAcross = box.width > width / 2
    const side = isAcross && (wanted === 'left' || wanted === 'right') ? 'bottom' : wanted
    const covered = { top: box.bottom, right: width - box.left, bottom: height - box.top, left: box.right }[side]
    insets[side] = Math.max(insets[side], covered + GAP_PX)
  }
  return insets
}

/** Tells the editor what the panels cover, now and whenever one opens, closes or changes its size. */
export function followInsets(root: HTMLElement, editor: Editor): () => void {
  const tell = () => {
    const insets = measure(root)
    const before = editor.state.viewport.insets
    if (PANELS.some(([, side]) => insets[side] !== before[side])) editor.setInsets(insets)
  }
  const sizes = new ResizeObserver(tell)
  const watch = () => {
    sizes.disconnect()
    sizes.observe(root)
    for (const [selector] of PANELS) {
      const panel = root.querySelector(selector)
      if (panel) sizes.observe(panel)
    }
  }
  const panels = new MutationObserver(() => {
    watch()
    tell()
  })
  panels.observe(root, { childList: true })
  watch()
  tell()
  return () => {
    sizes.disconnect()
    panels.disconnect()
  }
}
