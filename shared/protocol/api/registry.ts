import { z } from 'zod'

/** Every shape that the public API's description names. */
export const apiShapes = z.registry<{ id: string; description?: string }>()
