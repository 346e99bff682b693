import { createHash } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Container } from '#server/container'
import { calendarOf } from '#shared/exchange/calendar/calendarOf'
import { talkEntries } from '#shared/exchange/calendar/talkEntries'
import { translatorFor } from '#shared/i18n/catalogues'
import { localise } from '#shared/kernel/language'
import { feedLanguage } from './feedLanguage'

/**
 * The private calendar of `/fairs/:slug/my/:token.ics`: follows stars, sign-ups and releases by itself. Only who knows the
 * address reads it, so nothing in between may keep it, and no search engine may list it.
 */
export const myCalendar =
  ({ deps, services }: Container): RequestHandler =>
  (request, response, next) => {
    const { slug = '', token = '' } = request.params
    const language = feedLanguage(request)
    response.set({ 'X-Robots-Tag': 'noindex, nofollow', 'Referrer-Policy': 'no-referrer' })
    services.stars
      .readFeed({ slug, token })
      .then(({ fair, release, talkIds, speakers }) => {
        const translate = translatorFor(language)
        const name = translate('stars:feed.name', { fair: localise(fair.name, language) })
        const { publicUrl } = deps
        const entries = release ? talkEntries({ release, fair, speakers, language, translate, publicUrl, talkIds }) : []
        const body = calendarOf({
          name,
          description: translate('stars:feed.description'),
          source: `${publicUrl}/fairs/${fair.slug}/my/${token}.ics?lang=${language}`,
          entries,
        })
        response.set({
          'Content-Type': 'text/calendar; charset=utf-8',
          'Content-Disposition': 'inline; filename="beursvloer.ics"',
          'Cache-Control': 'private, no-cache',
          Vary: 'Accept-Language, Accept-Encoding',
          ETag: `"${createHash('sha256').update(body).digest('base64url')}"`,
        })
        // Express answers 304 where the reader has this already.
        response.send(body)
      })
      .catch(next)
  }
