import type { LoaderFunctionArgs } from '@remix-run/node'
import { orErrorPage } from '~/services/answer.server'
import { param } from '~/services/page.server'

/** What the open programme editor asks for again when people or hours have changed. */
export const loader = ({ params, context }: LoaderFunctionArgs) =>
  orErrorPage(async () =>
    Response.json(await context.services.programme.programmeFacts(context.actor, { fairId: param(params, 'fairId') }), {
      headers: { 'Cache-Control': 'no-store' },
    }),
  )
