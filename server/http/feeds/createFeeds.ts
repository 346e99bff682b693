import express, { type Request, type RequestHandler, type Router } from 'express'
import type { Container } from '#server/container'
import type { PublicFile } from '#server/services/feeds/programmeFile'
import { isProgrammeFile } from '#server/services/feeds/programmeFiles'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import { isId } from '#shared/kernel/ids'
import type { Language } from '#shared/kernel/language'
import { onlyMethods } from '../api/onlyMethods'
import { identify } from '../identify'
import { changesAtom } from './changesAtom'
import { feedLanguage } from './feedLanguage'
import { myCalendar } from './myCalendar'
import { sendFile } from './sendFile'

const READ = 'GET, HEAD'

/**
 * Files of a fair without a language in their address: /fairs/:slug/calendar.ics, schedule.xml ... A file that is made some
 * other way has a line of its own here, before the general one.
 */
export function createFeeds(container: Container): Router {
  const { services } = container
  const feeds = express.Router({ caseSensitive: true, strict: true })
  const only = onlyMethods(READ)

  feeds.route('/fairs/:slug/my/:token.ics').get(myCalendar(container)).all(only)
  feeds.route('/fairs/:slug/changes.atom').get(changesAtom(container)).all(only)
  feeds
    .route('/fairs/:slug/talks/:talkId.ics')
    .get(
      file(async (actor, language, { params: { slug = '', talkId = '' } }) => {
        if (!isId(talkId)) throw new AppError('NOT_FOUND', { detail: 'talkId is no id' })
        const calendar = await services.feeds.talkCalendar(actor, { slug, talkId, language })
        return { file: calendar, name: `${talkId}.ics` }
      }),
    )
    .all(only)
  feeds
    .route('/fairs/:slug/:file([a-z]+\\.[a-z]+)')
    .get(
      file(async (actor, language, { params: { slug = '', file: name = '' } }) => {
        if (!isProgrammeFile(name)) throw new AppError('NOT_FOUND', { detail: 'no such file' })
        const made = await services.feeds.programmeFile(actor, { slug, file: name, language })
        return { file: made, name: `${slug}-${name}` }
      }),
    )
    .all(only)
  return feeds

  function file(
    make: (actor: Actor, language: Language, request: Request) => Promise<{ file: PublicFile; name: string }>,
  ): RequestHandler {
    return (request, response, next) => {
      identify(services, request)
        .then(({ actor }) => make(actor, feedLanguage(request), request))
        .then((made) => sendFile(request, response, made.file, made.name))
        .catch(next)
    }
  }
}
