import type { Language } from '#shared/kernel/language'

/** Addresses of what a visitor keeps, in one language. */
export function starPaths(lang: Language, slug: string) {
  const fair = `/${lang}/fairs/${slug}`
  return {
    /** Takes stars (POST) and tells them (GET, JSON). */
    stars: `${fair}/stars`,
    mine: `${fair}/my-programme`,
    /** Every talk of the programme, short, as JSON. */
    agenda: `${fair}/agenda`,
    signUps: `${fair}/sign-ups`,
    programme: `${fair}/programme`,
    talk: (talkId: string) => `${fair}/talks/${talkId}`,
  }
}

/** The private calendar feed; it needs no language, and takes `?lang=`. */
export const feedPath = (slug: string, token: string): string => `/fairs/${slug}/my/${token}.ics`
