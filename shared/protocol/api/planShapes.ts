import { z } from 'zod'
import { BOOTH_STATUSES } from '#shared/claims/status'
import { EXHIBITOR_KINDS } from '#shared/exhibitors/profile'
import { apiShapes } from './registry'

const point = z.array(z.int()).length(2).describe('x and y in millimetres')
const outline = z.array(point).describe('Corners in the hall’s own coordinates, millimetres; not closed.')
const links = z.array(z.object({ label: z.string(), url: z.string() }))

export const hallShape = z.object({ id: z.string(), name: z.string(), outline }).register(apiShapes, { id: 'Hall' })

export const sectorShape = z
  .object({
    id: z.string(),
    name: z.string(),
    code: z.string().describe('One to four letters that stand for it.'),
    tint: z.int().describe('Place in the palette, 0 to 19.'),
  })
  .register(apiShapes, { id: 'Sector' })

export const stageShape = z
  .object({
    id: z.string(),
    name: z.string(),
    hallId: z.string(),
    outline,
    capacity: z.int().nullable().describe('Seats.'),
    equipment: z.array(z.string()),
  })
  .register(apiShapes, { id: 'Stage' })

export const boothShape = z
  .object({
    id: z.string(),
    number: z.string(),
    hallId: z.string(),
    sectorId: z.string().nullable(),
    outline,
    areaM2: z.number(),
    kind: z.string().describe('By its open sides: closed, row, corner, head, island, through.'),
    openSides: z.int().min(0).max(4),
    status: z.enum(BOOTH_STATUSES).describe('As it is now, not as it was when the plan was released.'),
    exhibitor: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .describe('Whose booth it is, once that is confirmed.'),
    url: z.url().describe('Its page for people.'),
  })
  .register(apiShapes, { id: 'Booth' })

export const exhibitorShape = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(EXHIBITOR_KINDS),
    sectorIds: z.array(z.string()),
    boothIds: z.array(z.string()),
    languages: z.array(z.string()).describe('BCP 47.'),
    description: z.string().nullable(),
    links,
    url: z.url().describe('Its page for people.'),
  })
  .register(apiShapes, { id: 'Exhibitor', description: 'An exhibitor with a confirmed booth.' })
