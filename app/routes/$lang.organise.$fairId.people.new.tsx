import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ERROR_STATUS } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import { FailureNotice } from '~/components/Notice'
import { OrganiserShell } from '~/features/fairs/OrganiserShell'
import { PersonFields } from '~/features/people/PersonFields'
import { peoplePaths } from '~/features/people/peoplePaths'
import { changeRows, emptyPerson, readPersonForm, readRowChange, readyToSave } from '~/features/people/personForm'
import { useLang } from '~/lib/useLang'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { readOrganiserPage } from '~/services/organise.server'
import { formOf, newFormKey, param, textOf, wordsOf } from '~/services/page.server'
import { readExhibitorChoices } from '~/services/peoplePages.server'

export async function loader(args: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { t, fair, titled } = await readOrganiserPage(args)
    return {
      title: titled(t('people:add.title')),
      fair,
      id: newFormKey(),
      exhibitors: await readExhibitorChoices(args.context, fair.id),
    }
  })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const id = textOf(form, 'id')
  const rows = readRowChange(form)
  if (rows) return { ok: false as const, code: null, draft: changeRows(form, rows), id }
  const draft = readPersonForm(form)
  const result = await orFailure(async () => {
    const { lang } = wordsOf(params)
    const { services, actor } = context
    const fair = await services.fairs.getFair(actor, { fairId: param(params, 'fairId') })
    const person = readyToSave(draft, fair.timeZone)
    const fairId: FairId = fair.id
    const personId = await services.people.createPerson(actor, { fairId, person, ...(id === '' ? {} : { id }) })
    return `${peoplePaths(lang, fairId).person(personId)}?added`
  })
  return result.ok ? redirect(result.value, 303) : data({ ...result, draft, id }, ERROR_STATUS[result.code])
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function NewPersonPage() {
  const { fair, id, exhibitors } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation(['people', 'common'])
  const lang = useLang()
  const busy = useNavigation().state !== 'idle'
  const failure = answer && answer.code !== null ? answer : null
  return (
    <OrganiserShell fair={fair} section="people" title={t('people:add.title')} lead={t('people:add.lead')}>
      <Form method="post" className="form" noValidate>
        <FailureNotice failure={failure} />
        <input type="hidden" name="id" value={answer?.id || id} />
        <PersonFields
          draft={answer?.draft ?? emptyPerson(lang)}
          exhibitors={exhibitors}
          fair={fair}
          submit={t('people:add.submit')}
          problems={failure?.fields ?? []}
        />
        <div className="form__actions form__actions--sticky">
          <button type="submit" className="button button--primary" disabled={busy}>
            {t('people:add.submit')}
          </button>
          <a className="button button--quiet" href={peoplePaths(lang, fair.id).people}>
            {t('common:cancel')}
          </a>
        </div>
      </Form>
    </OrganiserShell>
  )
}
