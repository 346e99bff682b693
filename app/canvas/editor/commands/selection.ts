import type { EditorContext } from '../context'

/** Between gestures, with something selected. */
export const hasSelection = ({ state }: EditorContext): boolean => state.selection.size > 0 && state.gesture === null
