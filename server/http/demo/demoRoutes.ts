import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import type { Container } from '#server/container'
import { homePath } from '#shared/access/homePath'
import { AppError } from '#shared/kernel/errors'
import { isLanguage } from '#shared/kernel/language'
import { sessionCookie } from '../cookies'
import { languageOf } from '../errorResponse'
import { isSecure } from '../secure'

/** POST /demo/enter: opens a session as a demo person. Mounted in demo mode only; elsewhere the address does not exist. */
export function demoRoutes({ services }: Container, publicUrl: string | null): Router {
  const router = express.Router()
  const bodies = [express.urlencoded({ extended: false, limit: '10kb' }), express.json({ limit: '10kb' })]

  const enter = async (request: Request, response: Response) => {
    const body = (typeof request.body === 'object' && request.body !== null ? request.body : {}) as Record<
      string,
      unknown
    >
    const language = isLanguage(body.lang) ? body.lang : languageOf(request)
    const { actor, sessionToken } = await services.accounts.enterDemo({ role: body.role, n: body.n, language })
    const home = homePath(language, await services.fairs.listMyFairs(actor))
    response.setHeader('Set-Cookie', sessionCookie(sessionToken, isSecure(request, publicUrl)))
    response.setHeader('Cache-Control', 'no-store')
    response.redirect(303, home)
  }

  router
    .route('/demo/enter')
    .post(bodies, (request: Request, response: Response, next: NextFunction) => {
      enter(request, response).catch(next)
    })
    .all((request, response, next) => {
      response.setHeader('Allow', 'POST')
      next(new AppError('METHOD_NOT_ALLOWED', { params: { method: request.method } }))
    })
  return router
}
