import { z } from 'zod'
import { instantOf, wallTimeOf } from './timeZone'

const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export interface OpeningHours {
  /** 2027-03-12 */
  day: string
  /** Wall-clock times of the fair's time zone, 10:00. */
  opens: string
  closes: string
}

const isTime = (text: string) => timeSchema.safeParse(text).success

/** Longest fair, in days: Expo-length events are planned as several. */
export const MAX_FAIR_DAYS = 60

/** Every day from the first to the last, both included; nothing where they are not days or in the wrong order. */
export function daysBetween(first: string, last: string): string[] {
  if (!z.iso.date().safeParse(first).success || !z.iso.date().safeParse(last).success) return []
  const days: string[] = []
  const end = Date.parse(last)
  for (let at = Date.parse(first); at <= end && days.length <= MAX_FAIR_DAYS; at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10))
  }
  return days
}

export const openingHoursSchema = z
  .array(z.object({ day: z.iso.date(), opens: z.string(), closes: z.string() }))
  .max(MAX_FAIR_DAYS)
  .superRefine((hours, context) => {
    hours.forEach(({ opens, closes }, index) => {
      const remark = (field: 'opens' | 'closes', code: string) =>
        context.addIssue({ code: 'custom', path: [index, field], params: { code } })
      if (!isTime(opens)) remark('opens', opens === '' ? 'required' : 'time')
      if (!isTime(closes)) remark('closes', closes === '' ? 'required' : 'time')
      else if (isTime(opens) && closes <= opens) remark('closes', 'order')
    })
  })

export interface OpenSpan extends OpeningHours {
  from: Date
  until: Date
}

/** The hours as instants, in order. */
export const openSpans = (hours: readonly OpeningHours[], timeZone: string): OpenSpan[] =>
  hours
    .map((span) => ({
      ...span,
      from: instantOf({ day: span.day, time: span.opens }, timeZone),
      until: instantOf({ day: span.day, time: span.closes }, timeZone),
    }))
    .sort((a, b) => a.from.getTime() - b.from.getTime())

export type OpenState =
  | { state: 'open'; span: OpenSpan }
  /** `today`: it opens later on the day that it is there. */
  | { state: 'opens'; span: OpenSpan; today: boolean }
  | { state: 'over' }

/** Whether the fair is open at that instant, and if not, when it opens next. */
export function openStateAt(hours: readonly OpeningHours[], timeZone: string, now: Date): OpenState {
  const next = openSpans(hours, timeZone).find((span) => span.until > now)
  if (!next) return { state: 'over' }
  if (next.from <= now) return { state: 'open', span: next }
  return { state: 'opens', span: next, today: wallTimeOf(now, timeZone).day === next.day }
}
