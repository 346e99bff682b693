import { z } from 'zod'
import type { Place, Point } from '#shared/geometry/types'
import type { BoothId, HallId, SectorId, StageId, TalkId } from '#shared/kernel/ids'
import { ID_PATTERN } from '#shared/kernel/ids'
import { localText } from '#shared/kernel/language'
import { recordId as id } from './recordId'
import { equipmentSchema, spansSchema } from './schedule'
import { talkSchema, waiverSchema } from './talkRecord'

/** Version of the layout below; absent in a document means 1. */
export const SCHEMA_VERSION = 1

/** 10 km: far beyond any venue, far below where integers lose exactness in area sums. */
export const MAX_COORDINATE = 10_000_000
const MAX_OUTLINE_POINTS = 500

const coordinate = z.int().min(-MAX_COORDINATE).max(MAX_COORDINATE)
const length = z.int().min(1).max(MAX_COORDINATE)
const point = z.tuple([coordinate, coordinate])
export const placeSchema = z.tuple([coordinate, coordinate, length, length, z.int().min(0).max(35_999)])
export const outlineSchema = z.array(point).min(3).max(MAX_OUTLINE_POINTS)
export const boothNumberSchema = z.string().trim().min(1).max(64)

const onHall = { hallId: id<HallId>() }

const hall = z.object({ name: localText(), outline: outlineSchema })

const booth = z
  .object({
    ...onHall,
    number: boothNumberSchema,
    sectorId: id<SectorId>().nullable().default(null),
    place: placeSchema.optional(),
    outline: outlineSchema.optional(),
    removed: z.boolean().default(false),
  })
  .refine((value) => (value.place === undefined) !== (value.outline === undefined), {
    message: 'place or outline, and not both',
  })

const wall = z.object({ ...onHall, place: placeSchema })
const column = z.object({ ...onHall, place: placeSchema, round: z.boolean().default(false) })
export const EXIT_KINDS = ['entrance', 'exit', 'emergency'] as const
const exit = z.object({ ...onHall, place: placeSchema, kind: z.enum(EXIT_KINDS) })
const sector = z.object({
  name: localText(),
  /** Two or three letters that stand for the sector where colour alone would carry the meaning. */
  code: z.string().trim().min(1).max(4),
  /** Place in the palette of tints, 0 ... 19 (see app/styles/sectors.css). */
  tint: z.int().min(0).max(19),
})
const stage = z.object({
  ...onHall,
  name: localText(),
  place: placeSchema,
  capacity: z.int().min(0).max(100_000).optional(),
  equipment: equipmentSchema.optional(),
  /** When talks may be held here; absent: whenever the fair is open. */
  availability: spansSchema.optional(),
})
const meetingPoint = z.object({ ...onHall, name: localText(), place: placeSchema })

export const recordSchemas = {
  halls: hall,
  booths: booth,
  walls: wall,
  columns: column,
  exits: exit,
  sectors: sector,
  stages: stage,
  meetingPoints: meetingPoint,
  talks: talkSchema,
  waivers: waiverSchema,
} as const

/** The top-level maps of the document, which are also the kinds of record. */
export type RecordKind = keyof typeof recordSchemas
export const RECORD_KINDS = Object.keys(recordSchemas) as RecordKind[]

/** Kinds that lie on a hall and have a `place`. */
export const PLACED_KINDS = [
  'booths',
  'walls',
  'columns',
  'exits',
  'stages',
  'meetingPoints',
] as const satisfies readonly RecordKind[]
export type PlacedKind = (typeof PLACED_KINDS)[number]

export interface RecordKey {
  kind: RecordKind
  id: string
}

type Fields<K extends RecordKind> = z.output<(typeof recordSchemas)[K]>
type Identified<K extends RecordKind, Id extends string = string> = Readonly<Fields<K> & { id: Id }>

export type Hall = Identified<'halls', HallId>
export type Booth = Identified<'booths', BoothId>
export type Wall = Identified<'walls'>
export type Column = Identified<'columns'>
export type Exit = Identified<'exits'>
export type Sector = Identified<'sectors', SectorId>
export type Stage = Identified<'stages', StageId>
export type MeetingPoint = Identified<'meetingPoints'>
export type Talk = Identified<'talks', TalkId>
export type Waiver = Identified<'waivers'>

export interface RecordOf {
  halls: Hall
  booths: Booth
  walls: Wall
  columns: Column
  exits: Exit
  sectors: Sector
  stages: Stage
  meetingPoints: MeetingPoint
  talks: Talk
  waivers: Waiver
}

/** Everything the document holds, decoded. Booths flagged as removed are among them: see `standingBooths`. */
export type Plan = { readonly [K in RecordKind]: ReadonlyMap<string, RecordOf[K]> }

export interface MalformedRecord {
  kind: RecordKind
  id: string
  /** What is wrong with it, for organisers: path and reason as zod gives them. */
  problem: string
}

export type Decoded<K extends RecordKind> =
  | { ok: true; record: RecordOf[K] }
  | { ok: false; malformed: MalformedRecord }

/** One stored record (plain JSON) checked against its schema. */
export function decodeRecord<K extends RecordKind>(kind: K, recordId: string, json: unknown): Decoded<K> {
  if (!ID_PATTERN.test(recordId)) return { ok: false, malformed: { kind, id: recordId, problem: 'id' } }
  const result = recordSchemas[kind].safeParse(json)
  if (result.success)
    return { ok: true, record: Object.assign(result.data, { id: recordId }) as unknown as RecordOf[K] }
  const issue = result.error.issues[0]
  return {
    ok: false,
    malformed: { kind, id: recordId, problem: issue ? `${issue.path.join('.')}: ${issue.message}` : 'shape' },
  }
}

/** A booth's (or other placed record's) shape, whichever of the two ways it is stored. */
export type Shaped = { readonly place?: Place | undefined; readonly outline?: readonly Point[] | undefined }
