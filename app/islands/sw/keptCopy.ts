import { isLanguage, type Language } from '#shared/kernel/language'

/** When a copy was kept, as milliseconds since 1970. */
const KEPT_AT = 'X-Kept-At'

/** An answer as it goes into the cache. */
export function stamped(answer: Response, body: BodyInit, at: number): Response {
  const headers = new Headers(answer.headers)
  // The body is no longer as it travelled.
  headers.delete('Content-Encoding')
  headers.delete('Content-Length')
  headers.set(KEPT_AT, String(at))
  return new Response(body, { status: answer.status, headers })
}

export const keptAt = (kept: Response): number => Number(kept.headers.get(KEPT_AT) ?? 0)

/** Stands in every page of a fair (app/components/KeptCopy.tsx), hidden, with gaps for the age. */
const BANNER = /<div class="kept-copy" role="status" hidden="">([\s\S]*?)<\/div>/
const LOCALE: Record<Language, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' }

/** The kept page, which says how old it is. */
export async function asKeptCopy(kept: Response, now: number): Promise<Response> {
  const html = await kept.text()
  const lang = /<html lang="(\w+)"/.exec(html)?.[1]
  const locale = LOCALE[isLanguage(lang) ? lang : 'en']
  const at = keptAt(kept)
  const values: Record<string, string> = {
    '{age}': age(now - at, locale),
    '{moment}': new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at),
  }
  const told = html.replace(
    BANNER,
    (_all, inner: string) =>
      `<div class="kept-copy" role="status">${inner.replace(/\{age\}|\{moment\}/g, (gap) => values[gap] ?? gap)}</div>`,
  )
  return new Response(told, { status: kept.status, headers: kept.headers })
}

const MINUTE_MS = 60_000

/** "3 hours ago" */
function age(ms: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const minutes = Math.max(0, Math.round(ms / MINUTE_MS))
  if (minutes < 60) return words.format(-minutes, 'minute')
  if (minutes < 48 * 60) return words.format(-Math.round(minutes / 60), 'hour')
  return words.format(-Math.round(minutes / 1440), 'day')
}
