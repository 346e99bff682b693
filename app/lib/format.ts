import { useTranslation } from 'react-i18next'
import { isLanguage, type Language, type LocalText, localise } from '#shared/kernel/language'

const LOCALE: Record<Language, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' }

/** Browsers and servers do not agree about thin spaces in spans; pages that hydrate must say the same on both. */
const evenSpaces = (text: string) => text.replace(/[\u2009\u202f]/g, ' ')

const metres = (mm: number) => Math.round(mm / 10) / 100

/** Numbers, dates and lengths as the reader's language writes them. */
export function createFormat(language: Language) {
  const locale = LOCALE[language]
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const spans = new Map<string, Intl.DateTimeFormat>()
  const spanFormat = (timeZone: string): Intl.DateTimeFormat => {
    const known = spans.get(timeZone)
    if (known) return known
    const style = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const
    const fresh = new Intl.DateTimeFormat(locale, { ...style, timeZone })
    spans.set(timeZone, fresh)
    return fresh
  }
  return {
    language,
    text: (text: LocalText) => localise(text, language),
    number: (value: number) => number.format(value),
    /** Millimetres in, metres out: `3 × 2,5`. */
    size: (widthMm: number, depthMm: number) => `${number.format(metres(widthMm))} × ${number.format(metres(depthMm))}`,
    /** `day` is a calendar day, `2027-03-12`: no time zone can move it. */
    day: (day: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)),
    /** A day without its name and year: `12 March`. */
    dayShort: (day: string) =>
      new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      ),
    /** A day with its name, short: `Fri 12 March`. */
    dayTab: (day: string) =>
      new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      ),
    /** A day as on a calendar's leaf. */
    leaf: (day: string) => ({
      month: new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)),
      number: String(Number(day.slice(8))),
    }),
    /** One day or a span, as short as the language allows. */
    days: (from: string, to: string) =>
      evenSpaces(
        new Intl.DateTimeFormat(locale, {
          day: 'numeric',
          month: 'long',
          year: 'numeric',
          timeZone: 'UTC',
        }).formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)),
      ),
    /** An instant in the fair's time zone. */
    instant: (instant: Date | string, timeZone: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(instant)),
    /** An instant in the fair's time zone, as one says it: with the day of the week, without the year. */
    moment: (instant: Date | string, timeZone: string) =>
      new Intl.DateTimeFormat(locale, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        hour: '2-digit',
        minute: '2-digit',
        timeZone,
      }).format(new Date(instant)),
    /** From when until when, in the fair's time zone, as short as the language allows: `Fri 12 Mar, 10:00–10:45`. */
    span: (from: Date, until: Date, timeZone: string) => evenSpaces(spanFormat(timeZone).formatRange(from, until)),
    list: (items: string[]) => list.format(items),
  }
}

export type Format = ReturnType<typeof createFormat>

export function useFormat(): Format {
  const { i18n } = useTranslation()
  return createFormat(isLanguage(i18n.language) ? i18n.language : 'en')
}
