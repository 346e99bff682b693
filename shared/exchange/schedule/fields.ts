import { isTimeZone } from '#shared/fairs/timeZone'
import { minuteOf, minuteOfWallTime } from '#shared/programme/time'
import { cleanLine } from './cleanText'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
export const isUuid = (text: string | null): text is string => text !== null && UUID.test(text)

const MAX_ID = Number.MAX_SAFE_INTEGER
/** A positive whole number, also one that is written as text; null when it is anything else. */
export function wholeNumber(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  if (!/^\d{1,16}$/.test(text)) return null
  const number = Number(text)
  return number > 0 && number <= MAX_ID ? number : null
}

const isDay = (text: string): boolean => !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && normalised(text) === text
const normalised = (day: string): string => new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)

/** 2027-03-12, also out of a longer date and time. */
export function dayText(text: string | null): string | null {
  const day = /^(\d{4}-\d\d-\d\d)(?![\d])/.exec(text?.trim() ?? '')?.[1]
  return day && isDay(day) ? day : null
}

export const nextDay = (day: string, days = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Minutes after midnight of 9:30, 09:30 or 09:30:00. */
export function clockMinutes(text: string | null): number | null {
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?$/.exec(text?.trim() ?? '') ?? []
  if (hours === undefined || Number(hours) > 23) return null
  return Number(hours) * 60 + Number(minutes)
}

const LAST_MINUTE = 200_000_000
const inRange = (minute: number): number | null => (minute >= 0 && minute <= LAST_MINUTE ? minute : null)

/** Minutes since 1970 of an ISO date and time; without an offset it is the time on the wall of that zone. */
export function instantMinute(text: string | null, timeZone: string): number | null {
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::\d\d(?:[.,]\d+)?)? ?(Z|[+-]\d\d?:?\d\d)?$/i.exec(
    text?.trim() ?? '',
  )
  const [, day, hours, minutes, offset] = found ?? []
  if (day === undefined || !isDay(day) || Number(hours) > 23 || Number(minutes) > 59) return null
  if (offset === undefined) return inRange(minuteOfWallTime({ day, time: `${hours}:${minutes}` }, timeZone))
  const utc = minuteOf(new Date(`${day}T${hours}:${minutes}:00Z`))
  const [, sign, offsetHours = '0', offsetMinutes = '0'] = /^([+-])(\d\d?):?(\d\d)$/.exec(offset) ?? []
  const ahead = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1)
  return inRange(utc - ahead)
}

/** Minutes of 1:30, 01:30:00, 1:00:00:00 (with days), 90 or PT1H30M; null when it is none of these. */
export function durationMinutes(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? Math.round(value) : null
  if (typeof value !== 'string') return null
  const text = value.trim()
  const iso = /^P(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:\d{1,6}(?:\.\d+)?S)?)?$/.exec(text)
  if (iso) return Number(iso[1] ?? 0) * 1440 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0)
  if (!/^\d{1,5}(?::\d{1,2}){0,3}$/.test(text)) return null
  const parts = text.split(':').map(Number)
  const [a = 0, b = 0, c = 0] = parts
  if (parts.length === 1) return a
  return parts.length === 4 ? a * 1440 + b * 60 + c : a * 60 + b
}

/** BCP 47 as talks have it: `en`, `nl-BE`; also `EN`, `en_GB`. Null for names of languages and whatever else. */
export function languageTag(text: string | null): string | null {
  const [primary = '', ...rest] = (text ?? '').trim().replace(/_/g, '-').split('-')
  const tag = [primary.toLowerCase(), ...rest].join('-')
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) && tag.length <= 35 ? tag : null
}

export const colorText = (text: string | null): string | null =>
  text !== null && /^#[0-9a-f]{6}$/i.test(text.trim()) ? text.trim() : null

/** Protocols of links that do nothing by being followed. */
const SAFE_PROTOCOLS = new Set(
  ['http', 'https', 'mailto', 'tel', 'ftp', 'git', 'irc', 'ircs', 'matrix', 'xmpp', 'sip', 'geo'].map(
    (name) => `${name}:`,
  ),
)
const MAX_ADDRESS = 2000

export type Address = { ok: true; url: string } | { ok: false; why: 'empty' | 'unsafe' | 'unreadable' }

/** An address in full; one that is relative becomes so by the base that the file gives. */
export function addressOf(text: string | null, base: string | null): Address {
  const given = cleanLine(text ?? '')
  if (given === '') return { ok: false, why: 'empty' }
  if (given.length > MAX_ADDRESS || /[\s<>"{}|\\^`]/.test(given)) return { ok: false, why: 'unreadable' }
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(given)
  if (!absolute && base === null) return { ok: false, why: 'unreadable' }
  if (!URL.canParse(given, base ?? undefined)) return { ok: false, why: 'unreadable' }
  const url = new URL(given, base ?? undefined)
  if (!SAFE_PROTOCOLS.has(url.protocol)) return { ok: false, why: 'unsafe' }
  if (url.username !== '' || url.password !== '') return { ok: false, why: 'unsafe' }
  return { ok: true, url: absolute ? given : url.href }
}

export const isWebAddress = (url: string | null): url is string => url !== null && /^https?:\/\//.test(url)

export const knownTimeZone = (name: string | null): string | null => {
  const given = name?.trim() ?? ''
  return given !== '' && isTimeZone(given) ? given : null
}
