import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { fairSettingsSchema } from '#shared/fairs/fairInput'
import { AppError, ERROR_STATUS } from '#shared/kernel/errors'
import { parseOrInvalid } from '#shared/kernel/validate'
import { FailureNotice, Notice } from '~/components/Notice'
import { ArchiveSection } from '~/features/fairs/ArchiveSection'
import { settingsOf, type Typed, typedIn, typedOf, withFormPaths } from '~/features/fairs/fairForm'
import { OrganiserShell } from '~/features/fairs/OrganiserShell'
import { SettingsForm } from '~/features/fairs/SettingsForm'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { readOrganiserPage } from '~/services/organise.server'
import { formOf, param, wordsOf } from '~/services/page.server'
import { timeZones } from '~/services/timeZones.server'

export async function loader(args: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { t, fair, titled } = await readOrganiserPage(args)
    return { title: titled(t('fairs:settings.title')), fair, timeZones: timeZones() }
  })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const typed = typedIn(await formOf(request))
  const result = await orFailure(async () => {
    const { lang } = wordsOf(params)
    const fairId = param(params, 'fairId')
    const { services, actor } = context
    switch (typed.intent) {
      case 'archive':
        await services.fairs.archiveFair(actor, { fairId })
        return `/${lang}/organise/${fairId}`
      case 'unarchive':
        await services.fairs.unarchiveFair(actor, { fairId })
        return `/${lang}/organise/${fairId}`
      case 'settings': {
        const input = settingsOf(typed)
        await withFormPaths(input, async () =>
          services.fairs.updateFairSettings(actor, { fairId, settings: parseOrInvalid(fairSettingsSchema, input.raw) }),
        )
        return `/${lang}/organise/${fairId}/settings?saved`
      }
      default:
        throw new AppError('BAD_REQUEST', { detail: 'unknown intent' })
    }
  })
  return result.ok ? redirect(result.value, 303) : data({ ...result, typed }, { status: ERROR_STATUS[result.code] })
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function SettingsPage() {
  const { fair, timeZones: zones } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const [search] = useSearchParams()
  const { t } = useTranslation('fairs')
  const typed: Typed = failure?.typed.intent === 'settings' ? failure.typed : typedOf(fair)
  return (
    <OrganiserShell fair={fair} section="settings" title={t('settings.title')}>
      {search.has('saved') && !failure && <Notice kind="success">{t('settings.saved')}</Notice>}
      <FailureNotice failure={failure} />
      {fair.may.settings && <SettingsForm typed={typed} timeZones={zones} problems={failure?.fields} />}
      <ArchiveSection archived={fair.archivedAt !== null} may={fair.may.archive} />
    </OrganiserShell>
  )
}
