import express, { type Request, type RequestHandler, type Router } from 'express'
import type { Container } from '#server/container'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import { type FairId, isId } from '#shared/kernel/ids'
import { identify } from '../identify'
import { claimRequestOf } from './claimRequest'
import { jsonBody } from './jsonBody'
import { onlyMethods } from './onlyMethods'
import { createApiV1 } from './v1/createApiV1'

/** The JSON API, mounted at /api. Refusals go on to the app's errorResponse, which answers with `{ error: { code, message } }`. */
export function createApi(container: Container): Router {
  const { services } = container
  const api = express.Router({ caseSensitive: true, strict: false })

  api.use('/v1', createApiV1(container))

  api
    .route('/fairs')
    .get(answer(async (actor) => ({ body: await services.fairs.listOpenFairs(actor) })))
    .all(onlyMethods('GET, HEAD'))

  api
    .route('/fairs/:fairId/booths')
    .get(
      answer(async (actor, request) => {
        const { booths } = await services.booths.boothStatuses(actor, { fairId: idOf<FairId>(request, 'fairId') })
        return {
          body: booths.map(({ id, number, sectorId, widthMm, depthMm, areaM2, status }) => ({
            id,
            number,
            sectorId,
            widthMm,
            depthMm,
            areaM2,
            status,
          })),
        }
      }),
    )
    .all(onlyMethods('GET, HEAD'))

  api
    .route('/fairs/:fairId/booths/:boothId/claims')
    .post(
      jsonBody,
      answer(async (actor, request) => {
        if (actor.accountId === null) throw new AppError('NOT_SIGNED_IN')
        const { intent, ...wanted } = claimRequestOf(request)
        const place = { fairId: idOf(request, 'fairId'), boothId: idOf(request, 'boothId') }
        const take = intent === 'hold' ? services.claims.holdBooth : services.claims.claimBooth
        const { status, claim } = await take(actor, { ...place, ...wanted })
        return { status, body: claim }
      }),
    )
    .all(onlyMethods('POST'))

  api.use((_request, _response, next) => next(new AppError('NOT_FOUND', { detail: 'no such API path' })))
  return api

  /** Runs the work for whoever asks. Answers are made afresh each time; browsers ask again and get 304 where nothing changed. */
  function answer(
    work: (actor: Actor, request: Request) => Promise<{ status?: number; body: unknown }>,
  ): RequestHandler {
    return (request, response, next) => {
      identify(services, request)
        .then(({ actor }) => work(actor, request))
        .then(({ status = 200, body }) => response.status(status).set('Cache-Control', 'private, no-cache').json(body))
        .catch(next)
    }
  }
}

/** Ids of another shape stand for nothing. */
function idOf<T extends string>(request: Request, name: string): T {
  const value = request.params[name]
  if (!isId(value)) throw new AppError('NOT_FOUND', { detail: `${name} is no id` })
  return value as T
}
