import type { ActionFunctionArgs } from '@remix-run/node'
import { isAppError } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import { formOf, param, textOf, wordsOf } from '~/services/page.server'

/** A new person from within the programme's editor: name and e-mail in, `{ ok, id }` or `{ ok: false, code, fields }` out. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const { lang } = wordsOf(params)
  try {
    const id = await context.services.people.createPerson(context.actor, {
      fairId: param(params, 'fairId') as FairId,
      id: textOf(form, 'id'),
      person: { name: textOf(form, 'name'), email: textOf(form, 'email').trim(), language: lang },
    })
    return Response.json({ ok: true, id })
  } catch (error) {
    if (!isAppError(error)) throw error
    const { code, fields, status } = error
    return Response.json({ ok: false, code, fields }, { status })
  }
}
