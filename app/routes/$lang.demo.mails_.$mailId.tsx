import type { LoaderFunctionArgs } from '@remix-run/node'
import { orErrorPage } from '~/services/answer.server'
import { param } from '~/services/page.server'

/** The calendar that would have gone with a mail of the demo. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const mailId = Number(param(params, 'mailId'))
  const { fileName, contentType, text } = await orErrorPage(() =>
    context.services.mails.demoMailCalendar(context.actor, { mailId }),
  )
  return new Response(text, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  })
}
