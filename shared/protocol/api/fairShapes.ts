import { z } from 'zod'
import { apiShapes } from './registry'

const summary = {
  id: z.string(),
  slug: z.string().describe('Stands in addresses; organisers may change it.'),
  name: z.string(),
  summary: z.string().nullable(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  timeZone: z.string().describe('IANA name. Instants are in UTC; days and opening hours are those of this zone.'),
  venueName: z.string(),
  release: z.int().describe('Number of the latest release.'),
  publishedAt: z.iso.datetime(),
  url: z.url().describe('Its page for people.'),
}

export const fairSummaryShape = z.object(summary).register(apiShapes, { id: 'FairSummary' })

export const fairShape = z
  .object({
    ...summary,
    venueAddress: z.string(),
    directions: z.string().nullable(),
    openingHours: z.array(z.object({ day: z.iso.date(), opens: z.string(), closes: z.string() })),
    counts: z
      .object({
        talks: z.int(),
        speakers: z.int(),
        stages: z.int(),
        sectors: z.int(),
        halls: z.int(),
        booths: z.int(),
      })
      .describe('How many of each the release has.'),
  })
  .register(apiShapes, { id: 'Fair' })

export const releaseShape = z
  .object({
    number: z.int(),
    note: z.string().describe('What is new, in the organisers’ words.'),
    publishedAt: z.iso.datetime(),
    latest: z.boolean().describe('What everything else here is read from.'),
    booths: z.int(),
    talks: z.int(),
  })
  .register(apiShapes, { id: 'Release', description: 'Plan and programme as they were published together.' })
