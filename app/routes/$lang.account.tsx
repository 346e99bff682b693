import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AppError, ERROR_STATUS } from '#shared/kernel/errors'
import { Notice } from '~/components/Notice'
import { PageHead, PageShell } from '~/components/PageShell'
import { AccountFailure } from '~/features/accounts/AccountFailure'
import { DeleteAccount } from '~/features/accounts/DeleteAccount'
import { MyFairs } from '~/features/accounts/MyFairs'
import { ProfileForm } from '~/features/accounts/ProfileForm'
import { SessionsSection } from '~/features/accounts/SessionsSection'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { formOf, pageTitle, textOf, wordsOf } from '~/services/page.server'
import { requireSignedIn } from '~/services/signedIn.server'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t } = wordsOf(params)
    requireSignedIn(context, request, lang)
    const { services, actor } = context
    const [account, fairs] = await Promise.all([services.accounts.getAccount(actor), services.fairs.listMyFairs(actor)])
    return { title: pageTitle(t('accounts:account.title')), account, fairs }
  })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const typed = { name: textOf(form, 'name'), language: textOf(form, 'language') }
  const { services, actor, cookieFor } = context
  const result = await orFailure(async () => {
    const { lang } = wordsOf(params)
    const signedOut = redirect(`/${lang}`, { status: 303, headers: { 'Set-Cookie': cookieFor(null) } })
    switch (textOf(form, 'intent')) {
      case 'profile': {
        const { language } = await services.accounts.updateAccount(actor, typed)
        return redirect(`/${language}/account?saved`, 303)
      }
      case 'sign-out-everywhere':
        await services.accounts.signOutEverywhere(actor)
        return signedOut
      case 'delete':
        if (form.get('sure') !== 'yes') throw new AppError('INVALID', { fields: [{ path: 'sure', code: 'consent' }] })
        await services.accounts.deleteAccount(actor)
        return signedOut
      default:
        throw new AppError('BAD_REQUEST', { detail: 'unknown intent' })
    }
  })
  return result.ok ? result.value : data({ ...result, typed }, { status: ERROR_STATUS[result.code] })
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function AccountPage() {
  const { account, fairs } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const [search] = useSearchParams()
  const { t } = useTranslation('accounts')
  return (
    <PageShell narrow>
      <PageHead title={t('account.title')} lead={account.demo ? undefined : account.email} />
      <div className="stack stack--loose sections">
        {search.has('saved') && !failure && <Notice kind="success">{t('account.saved')}</Notice>}
        <AccountFailure failure={failure} />
        <MyFairs fairs={fairs} mayCreate={!account.demo} />
        {account.demo ? <Notice>{t('account.demo')}</Notice> : <ProfileForm account={account} failure={failure} />}
        <SessionsSection sessions={account.sessions} />
        {!account.demo && <DeleteAccount failure={failure} />}
      </div>
    </PageShell>
  )
}
