/**
 * A programme as files carry it between systems, whatever the format. Every instant is whole minutes since 1970-01-01T00:00Z.
 * Text has its lines ended by LF and nothing around it; '' and null say that the file was silent.
 */
export interface Schedule {
  /** As the file calls its own edition. */
  version: string
  generator: ScheduleGenerator | null
  /** Where this file can be fetched. */
  url: string | null
  conference: Conference
  tracks: Track[]
  rooms: Room[]
  days: Day[]
  /** By start, then by room; those without a time last. */
  events: ScheduleEvent[]
}

export interface ScheduleGenerator {
  name: string
  /** Address of the system that wrote the file. */
  system: string
  version: string
}

export interface Conference {
  acronym: string
  title: string
  subtitle: string
  description: string
  venue: string
  city: string
  /** 2027-03-12 */
  start: string | null
  end: string | null
  /** Minutes. */
  timeslot: number | null
  baseUrl: string | null
  url: string | null
  logo: string | null
  /** IANA name; readers fill in the fair's where the file has none. */
  timeZone: string
  /** #rrggbb */
  color: { primary: string; background: string | null } | null
  keywords: string[]
}

export interface Track {
  name: string
  slug: string | null
  /** #rrggbb */
  color: string | null
}

export interface Room {
  /** Names a room within the file. */
  name: string
  guid: string | null
  slug: string | null
  capacity: number | null
  description: string
  url: string | null
  /** One of schedule.json's kinds of room. */
  type: string | null
}

export interface Day {
  /** 2027-03-12 */
  date: string
  start: number
  end: number
}

export interface Reference {
  url: string
  title: string
  /** What it leads to: slides, video ... */
  type: string
  /** Whose platform it is on (XML only). */
  service: string
}

export interface SchedulePerson {
  id: number | null
  guid: string | null
  /** Short identifier in pretalx. */
  code: string | null
  name: string
  biography: string
  avatar: string | null
  url: string | null
  links: Reference[]
}

export interface ScheduleEvent {
  id: number | null
  guid: string | null
  code: string | null
  slug: string | null
  url: string | null
  /** Name of a room; null: not placed yet. */
  room: string | null
  /** Null: not scheduled yet. */
  start: number | null
  minutes: number
  title: string
  subtitle: string
  abstract: string
  description: string
  type: string
  track: string
  /** Language of speech, BCP 47. */
  language: string | null
  cancelled: boolean
  persons: SchedulePerson[]
  links: Reference[]
  attachments: Reference[]
  logo: string | null
  recording: { license: string; optout: boolean; url: string | null; link: string | null } | null
  doNotStream: boolean
  feedbackUrl: string | null
  originUrl: string | null
  videoUrl: string | null
}

/** What readers do not know for sure, and what they leave out; sentences are `formats:remarks.<code>`. */
export const REMARK_CODES = {
  /** Taken, with a guess that somebody should look at. */
  unclear: [
    'noTimeZone',
    'unknownTimeZone',
    'dateFromDay',
    'cancelledByTitle',
    'roomGuidTwice',
    'guidTwice',
    'idNotNumber',
    'noDuration',
    'durationTooLong',
    'timeUnreadable',
    'textCut',
    'languageUnknown',
    'severalTexts',
    'trackWithoutSector',
    'kindUnknown',
    'personByName',
    'personTwoNames',
    'stagesCreated',
    'hallCreated',
    'encodingGuessed',
  ],
  /** Not taken. */
  leftOut: [
    'eventWithoutTitle',
    'notConfirmed',
    'linkUnsafe',
    'urlUnreadable',
    'personWithoutName',
    'dateUnreadable',
    'carriedTooMuch',
    'speakersTooMany',
    'rowIncomplete',
    'tooManyEvents',
    'fieldUnknown',
  ],
} as const

export type RemarkCode = (typeof REMARK_CODES)[keyof typeof REMARK_CODES][number]

/** One thing that was met, however often: the first few places by name. */
export interface Remark {
  kind: keyof typeof REMARK_CODES
  code: RemarkCode
  count: number
  /** Titles, names or values where it was met, at most `MAX_EXAMPLES`. */
  examples: string[]
  params: Record<string, string | number>
}
export const MAX_EXAMPLES = 5

/** Why a whole file is refused; sentences are `formats:refusals.<code>`. */
export const REFUSAL_CODES = [
  'empty',
  'tooLarge',
  'encoding',
  'unknownFormat',
  'notXml',
  'xmlEntities',
  'notSchedule',
  'notJson',
  'columnsMissing',
  'noEvents',
] as const
export interface Refusal {
  code: (typeof REFUSAL_CODES)[number]
  params: Record<string, string | number>
}

export const SCHEDULE_FORMATS = ['xml', 'json', 'csv'] as const
export type ScheduleFormat = (typeof SCHEDULE_FORMATS)[number]

export type ReadSchedule = { ok: true; schedule: Schedule; remarks: Remark[] } | { ok: false; refusal: Refusal }

export interface ReadOptions {
  /** The fair's: for files that say none. */
  timeZone: string
}
