import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { newFairSchema } from '#shared/fairs/fairInput'
import { DEFAULT_TIME_ZONE } from '#shared/fairs/timeZone'
import { ERROR_STATUS } from '#shared/kernel/errors'
import { parseOrInvalid } from '#shared/kernel/validate'
import { FailureNotice } from '~/components/Notice'
import { PageHead, PageShell } from '~/components/PageShell'
import { FairFields, SlugField, VisitorTextFields } from '~/features/fairs/FairFields'
import { FirstHallFields } from '~/features/fairs/FirstHallFields'
import { newFairOf, typedIn, withFormPaths } from '~/features/fairs/fairForm'
import { ImportProblems } from '~/features/fairs/ImportProblems'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { formOf, pageTitle, wordsOf } from '~/services/page.server'
import { requireSignedIn } from '~/services/signedIn.server'
import { timeZones } from '~/services/timeZones.server'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t } = wordsOf(params)
    requireSignedIn(context, request, lang)
    return { title: pageTitle(t('fairs:new.title')), timeZones: timeZones() }
  })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const typed = typedIn(form)
  const result = await orFailure(async () => {
    const { lang } = wordsOf(params)
    const input = await newFairOf(typed, form.get('plan'))
    const { fairId } = await withFormPaths(input, async () =>
      context.services.fairs.createFair(context.actor, parseOrInvalid(newFairSchema, input.raw)),
    )
    return `/${lang}/organise/${fairId}?created`
  })
  return result.ok ? redirect(result.value, 303) : data({ ...result, typed }, { status: ERROR_STATUS[result.code] })
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

const EMPTY = { timeZone: DEFAULT_TIME_ZONE, defaultSectors: 'yes' }

export default function NewFairPage() {
  const { timeZones: zones } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation('fairs')
  const busy = useNavigation().state !== 'idle'
  const typed = failure?.typed ?? EMPTY
  const problems = failure?.fields
  const unfold = problems?.some(({ path }) => /^(summary|directions|slug)/.test(path)) ?? false
  return (
    <PageShell narrow>
      <PageHead title={t('new.title')} lead={t('new.lead')} />
      <div className="stack stack--loose">
        <FailureNotice failure={failure} />
        <ImportProblems failure={failure} />
        <Form method="post" encType="multipart/form-data" className="form form--wide">
          <FairFields typed={typed} timeZones={zones} problems={problems} />
          <FirstHallFields typed={typed} problems={problems} />
          <details open={unfold}>
            <summary className="disclosure">{t('form.texts')}</summary>
            <div className="stack stack--loose">
              <VisitorTextFields typed={typed} problems={problems} />
              <SlugField typed={typed} problems={problems} hint={`${t('form.slugHint')} ${t('form.slugEmpty')}`} />
            </div>
          </details>
          <div className="form__actions">
            <button type="submit" className="button button--primary" aria-disabled={busy}>
              {t('new.submit')}
            </button>
          </div>
        </Form>
      </div>
    </PageShell>
  )
}
