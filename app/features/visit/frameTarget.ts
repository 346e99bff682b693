import { createContext } from 'react'

/** Where links to the fair's other pages open: within a frame on another site in a window of their own. */
export const FrameTarget = createContext<{ target?: '_blank'; rel?: string }>({})
export const NEW_WINDOW = { target: '_blank', rel: 'noopener' } as const
