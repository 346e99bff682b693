import { z } from 'zod'
import { TALK_KINDS } from '#shared/document/talkRecord'
import { apiShapes } from './registry'

/** Blockers are the organisers' own. */
export const publicKind = z.enum(TALK_KINDS).exclude(['blocker'])

const slotShape = z
  .object({
    id: z.string().describe('Of the talk for its first time, with an addition for each repetition.'),
    stageId: z.string(),
    start: z.iso.datetime(),
    end: z.iso.datetime(),
  })
  .register(apiShapes, { id: 'Slot', description: 'One time that a talk is held.' })

export const talkShape = z
  .object({
    id: z.string(),
    guid: z.string().nullable().describe('Its identity in the file that it came from.'),
    title: z.string(),
    abstract: z.string().nullable(),
    kind: publicKind,
    state: z.enum(['confirmed', 'cancelled']),
    language: z.string().nullable().describe('Language of speech, BCP 47.'),
    sectorId: z.string().nullable(),
    speakers: z.array(z.object({ id: z.string(), name: z.string() })),
    seats: z.int().nullable().describe('Null: no sign-up, just come.'),
    prerequisiteId: z.string().nullable().describe('The talk that should be heard first.'),
    slots: z.array(slotShape),
    sequence: z.int().min(0).describe('How often it changed since it was first published.'),
    changedAt: z.iso.datetime(),
    url: z.url().describe('Its page for people.'),
    calendarUrl: z.url().describe('Its calendar entry.'),
  })
  .register(apiShapes, { id: 'Talk', description: 'Any item of the programme.' })

export const speakerShape = z
  .object({
    id: z.string(),
    name: z.string(),
    biography: z.string().nullable(),
    links: z.array(z.object({ label: z.string(), url: z.string() })),
    exhibitorId: z.string().nullable(),
    talkIds: z.array(z.string()),
    url: z.url().describe('Page for people.'),
  })
  .register(apiShapes, { id: 'Speaker' })
