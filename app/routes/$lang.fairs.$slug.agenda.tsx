import { createHash } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { visitor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import { agendaOf } from '~/features/stars/agenda'
import { answerJson } from '~/services/json.server'
import { readingOf, slugOf } from '~/services/visit.server'

/** The programme, short, for "my programme" in a browser. The same for everybody, so it may be kept, and is asked after each time. */
export async function loader(args: LoaderFunctionArgs) {
  const { params, request, context } = args
  const { lang, format } = readingOf(params)
  const answer = await answerJson(params, async () => {
    const visit = await context.services.stars.myProgramme(visitor(lang), slugOf(args))
    if (!visit.release) throw new AppError('NOT_FOUND', { detail: 'nothing is published' })
    return agendaOf(visit, visit.release, format)
  })
  if (!answer.ok) return answer
  const body = await answer.text()
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'public, max-age=0, must-revalidate',
    ETag: etag,
  }
  const known = request.headers.get('if-none-match')?.includes(etag) ?? false
  return known ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}
