import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ERROR_STATUS } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import { localise } from '#shared/kernel/language'
import { FailureNotice } from '~/components/Notice'
import { organiserPaths } from '~/features/exhibitors/organiserPaths'
import { ContactFields, DescriptionFields, IdentityFields } from '~/features/exhibitors/ProfileFields'
import { emptyProfile, readProfileForm, readyToSave } from '~/features/exhibitors/profileForm'
import { OrganiserShell } from '~/features/fairs/OrganiserShell'
import { useLang } from '~/lib/useLang'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { readSectors } from '~/services/exhibitorsPage.server'
import { formOf, pageTitle, param, wordsOf } from '~/services/page.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t } = wordsOf(params)
    const fairId = param(params, 'fairId') as FairId
    const fair = await context.services.fairs.getFair(context.actor, { fairId })
    return {
      title: pageTitle(t('exhibitors:add.title'), localise(fair.name, lang)),
      fair,
      sectors: await readSectors(context, fairId, lang),
    }
  })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const draft = readProfileForm(await formOf(request))
  const result = await orFailure(async () => {
    const { lang } = wordsOf(params)
    const fairId = param(params, 'fairId') as FairId
    const profile = readyToSave(draft)
    const id = await context.services.exhibitors.createExhibitor(context.actor, { fairId, profile })
    return `${organiserPaths(lang, fairId).exhibitor(id)}?added`
  })
  return result.ok ? redirect(result.value) : data({ ...result, draft }, ERROR_STATUS[result.code])
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function NewExhibitorPage() {
  const { fair, sectors } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation(['exhibitors', 'common'])
  const lang = useLang()
  const busy = useNavigation().state !== 'idle'
  const draft = failure?.draft ?? emptyProfile()
  const problems = failure?.fields ?? []
  return (
    <OrganiserShell fair={fair} section="exhibitors" title={t('exhibitors:add.title')} lead={t('exhibitors:add.lead')}>
      <Form method="post" className="form" noValidate>
        <FailureNotice failure={failure} />
        <IdentityFields draft={draft} sectors={sectors} problems={problems} />
        <DescriptionFields
          draft={draft}
          problems={problems}
          languages={[lang]}
          hint={t('exhibitors:profile.description.hint')}
        />
        <ContactFields draft={draft} problems={problems} />
        <div className="form__actions">
          <button type="submit" className="button button--primary" disabled={busy}>
            {t('exhibitors:add.submit')}
          </button>
          <a className="button button--quiet" href={organiserPaths(lang, fair.id).exhibitors}>
            {t('common:cancel')}
          </a>
        </div>
      </Form>
    </OrganiserShell>
  )
}
