import type { CSSProperties } from 'react'
import { CURSOR_COLOURS } from '~/canvas/render/cursorColours'

/** A person's colour as custom properties, for `light-dark(var(--person-light), var(--person-dark))`. */
export function cursorColour(colour: number): CSSProperties {
  const at = colour % CURSOR_COLOURS.light.length
  return { '--person-light': CURSOR_COLOURS.light[at], '--person-dark': CURSOR_COLOURS.dark[at] } as CSSProperties
}
