import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AppError, ERROR_STATUS } from '#shared/kernel/errors'
import type { PersonId } from '#shared/kernel/ids'
import { FailureNotice, Notice } from '~/components/Notice'
import { OrganiserShell } from '~/features/fairs/OrganiserShell'
import { EraseSection } from '~/features/people/EraseSection'
import { PersonAside } from '~/features/people/PersonAside'
import { PersonFields } from '~/features/people/PersonFields'
import { peoplePaths } from '~/features/people/peoplePaths'
import { changeRows, draftOf, readPersonForm, readRowChange, readyToSave } from '~/features/people/personForm'
import { useLang } from '~/lib/useLang'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { readOrganiserPage } from '~/services/organise.server'
import { formOf, param, textOf, wordsOf } from '~/services/page.server'
import { readExhibitorChoices } from '~/services/peoplePages.server'

export async function loader(args: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { fair, titled } = await readOrganiserPage(args)
    const { services, actor } = args.context
    const personId = param(args.params, 'personId') as PersonId
    const person = await services.people.getPerson(actor, { fairId: fair.id, personId })
    return {
      title: titled(person.name),
      fair,
      stored: draftOf(person, fair.timeZone),
      id: person.id,
      accountName: person.accountName,
      talks: person.talks,
      exhibitors: await readExhibitorChoices(args.context, fair.id, person.exhibitorId),
    }
  })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const rows = readRowChange(form)
  if (rows) return { ok: false as const, code: null, draft: changeRows(form, rows) }
  const draft = form.has('intent') ? null : readPersonForm(form)
  const result = await orFailure(async () => {
    const { lang } = wordsOf(params)
    const { services, actor } = context
    const personId = param(params, 'personId') as PersonId
    const fair = await services.fairs.getFair(actor, { fairId: param(params, 'fairId') })
    const paths = peoplePaths(lang, fair.id)
    if (draft) {
      const person = readyToSave(draft, fair.timeZone)
      await services.people.editPerson(actor, { fairId: fair.id, personId, person })
      return `${paths.person(personId)}?saved`
    }
    if (textOf(form, 'intent') !== 'erase') throw new AppError('BAD_REQUEST', { detail: 'no such act' })
    if (textOf(form, 'sure') !== 'yes') throw new AppError('INVALID', { fields: [{ path: 'sure', code: 'consent' }] })
    await services.people.erasePerson(actor, { fairId: fair.id, personId })
    return `${paths.people}?erased`
  })
  return result.ok ? redirect(result.value, 303) : data({ ...result, draft }, ERROR_STATUS[result.code])
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function PersonPage() {
  const { fair, id, stored, accountName, talks, exhibitors } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const { t } = useTranslation('people')
  const paths = peoplePaths(useLang(), fair.id)
  const failure = answer && answer.code !== null ? answer : null
  const { name, email } = stored
  return (
    <OrganiserShell
      fair={fair}
      section="people"
      title={name}
      actions={
        <a className="button button--quiet" href={paths.people}>
          {t('detail.back')}
        </a>
      }
    >
      <div className="stack">
        <FailureNotice failure={failure} />
        {!answer && search.has('added') && <Notice kind="success">{t('add.done', { name })}</Notice>}
        {!answer && search.has('saved') && <Notice kind="success">{t('detail.saved')}</Notice>}
        <div className="with-aside">
          <section className="stack" aria-labelledby="profile">
            <h2 id="profile">{t('detail.profile')}</h2>
            <Form method="post" className="form" noValidate reloadDocument>
              <PersonFields
                draft={answer?.draft ?? stored}
                exhibitors={exhibitors}
                fair={fair}
                submit={t('detail.save')}
                problems={failure?.fields ?? []}
              />
              <div className="form__actions form__actions--sticky">
                <button type="submit" className="button button--primary">
                  {t('detail.save')}
                </button>
              </div>
            </Form>
          </section>
          <div className="stack">
            <PersonAside {...{ talks, email, accountName, paths }} timeZone={fair.timeZone} />
            <EraseSection key={id} name={name} talks={talks.length} />
          </div>
        </div>
      </div>
    </OrganiserShell>
  )
}
