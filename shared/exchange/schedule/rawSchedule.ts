import type { ScheduleGenerator } from './types'

/** What the readers of the formats hand over: fields as they stand in the file, before anybody has looked at them. */
export interface RawSchedule {
  version: string
  generator: ScheduleGenerator | null
  url: string | null
  conference: RawConference
  tracks: { name: string; slug: string | null; color: string | null }[]
  rooms: RawRoom[]
  days: RawDay[]
  events: RawEvent[]
}

export interface RawConference {
  acronym: string
  title: string
  subtitle: string
  description: string
  venue: string
  city: string
  start: string | null
  end: string | null
  timeslot: unknown
  baseUrl: string | null
  url: string | null
  logo: string | null
  timeZone: string | null
  /** Of files that give times without a date: earlier ones belong to the night before. */
  dayChange: string | null
  color: { primary: string | null; background: string | null } | null
  keywords: string[]
}

export interface RawRoom {
  name: string
  guid: string | null
  slug: string | null
  capacity: unknown
  description: string
  url: string | null
  type: string | null
}

export interface RawDay {
  date: string | null
  start: string | null
  end: string | null
}

export interface RawReference {
  url: string | null
  title: string
  type: string
  service: string
}

export interface RawPerson {
  id: unknown
  guid: string | null
  code: string | null
  name: string
  biography: string
  avatar: string | null
  url: string | null
  links: RawReference[]
}

export interface RawEvent {
  id: unknown
  guid: string | null
  code: string | null
  slug: string | null
  url: string | null
  room: string | null
  /** Date of the day that it stands under. */
  day: string | null
  /** Date and time, with or without offset. */
  date: string | null
  /** Time of day. */
  start: string | null
  /** Date and time, or time of day. */
  end: string | null
  duration: unknown
  title: string
  subtitle: string
  abstract: string
  description: string
  type: string
  track: string
  language: string | null
  cancelled: boolean
  persons: RawPerson[]
  links: RawReference[]
  attachments: RawReference[]
  logo: string | null
  recording: { license: string; optout: boolean; url: string | null; link: string | null } | null
  doNotStream: boolean
  feedbackUrl: string | null
  originUrl: string | null
  videoUrl: string | null
}

export const SILENT_CONFERENCE: RawConference = {
  acronym: '',
  title: '',
  subtitle: '',
  description: '',
  venue: '',
  city: '',
  start: null,
  end: null,
  timeslot: null,
  baseUrl: null,
  url: null,
  logo: null,
  timeZone: null,
  dayChange: null,
  color: null,
  keywords: [],
}

export const SILENT_EVENT: RawEvent = {
  id: null,
  guid: null,
  code: null,
  slug: null,
  url: null,
  room: null,
  day: null,
  date: null,
  start: null,
  end: null,
  duration: null,
  title: '',
  subtitle: '',
  abstract: '',
  description: '',
  type: '',
  track: '',
  language: null,
  cancelled: false,
  persons: [],
  links: [],
  attachments: [],
  logo: null,
  recording: null,
  doNotStream: false,
  feedbackUrl: null,
  originUrl: null,
  videoUrl: null,
}
