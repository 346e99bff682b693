import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { homePath } from '#shared/access/homePath'
import { errorSentence } from '#shared/i18n/sentence'
import { ERROR_STATUS } from '#shared/kernel/errors'
import { Field } from '~/components/Field'
import { FailureNotice, Notice } from '~/components/Notice'
import { PageHead, PageShell } from '~/components/PageShell'
import type { PageHandle } from '~/lib/page'
import { useLang } from '~/lib/useLang'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { formOf, pageTitle, param, textOf, wordsOf } from '~/services/page.server'

export const handle: PageHandle = { hydrate: false }

/** The address of this page is a secret: it is not kept. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

/** Only looks: mail scanners open every link. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { lang, t } = await orErrorPage(async () => wordsOf(params))
  const title = pageTitle(t('accounts:confirm.title'))
  const found = await orFailure(() => context.services.accounts.readSignInLink(param(params, 'token')))
  if (found.ok) return { title, link: found.value, failure: null }
  if (context.actor.accountId !== null && found.code === 'LINK_USED') throw redirect(`/${lang}/account`)
  return data({ title, link: null, failure: found }, { status: ERROR_STATUS[found.code] })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const name = textOf(form, 'name')
  const { services, sessionToken: before, cookieFor } = context
  const result = await orFailure(async () => {
    const { lang } = wordsOf(params)
    const signedIn = await services.accounts.signIn({ token: param(params, 'token'), name, language: lang })
    // Whoever was signed in here before is signed out, not left open behind a cookie that is gone.
    if (before !== null) await services.accounts.closeSession(before)
    const home = homePath(lang, await services.fairs.listMyFairs(signedIn.actor))
    return { path: signedIn.returnTo ?? home, cookie: cookieFor(signedIn.sessionToken) }
  })
  return result.ok
    ? redirect(result.value.path, { status: 303, headers: { 'Set-Cookie': result.value.cookie } })
    : data({ ...result, name }, { status: ERROR_STATUS[result.code] })
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.title ?? 'Beursvloer' },
  { name: 'robots', content: 'noindex' },
]

export default function ConfirmSignInPage() {
  const { link, failure } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('accounts')
  if (!link) return <DeadLink code={failure.code} />
  const { email, isNew } = link
  return (
    <PageShell narrow>
      <PageHead
        title={t('confirm.title')}
        lead={isNew ? t('confirm.newLead', { email }) : t('confirm.lead', { email })}
      />
      <div className="stack">
        <FailureNotice failure={answer?.code === 'INVALID' ? null : answer} />
        <form method="post" className="form form--short">
          {isNew && (
            <Field
              name="name"
              label={t('confirm.name')}
              hint={t('confirm.nameHint')}
              defaultValue={answer?.name}
              problems={answer?.fields}
              autoComplete="name"
              required
              maxLength={100}
            />
          )}
          <div className="form__actions">
            <button type="submit" className="button button--primary">
              {isNew ? t('confirm.submitNew') : t('confirm.submit')}
            </button>
          </div>
        </form>
        <p className="field__hint">{t('confirm.other')}</p>
      </div>
    </PageShell>
  )
}

function DeadLink({ code }: { code: keyof typeof ERROR_STATUS }) {
  const { t } = useTranslation(['accounts', 'errors'])
  const lang = useLang()
  return (
    <PageShell narrow>
      <PageHead title={t('accounts:signIn.title')} />
      <div className="stack">
        <Notice kind="error">{errorSentence(t, { code, params: {} })}</Notice>
        <p>
          <a className="button button--primary" href={`/${lang}/sign-in`}>
            {t('accounts:confirm.askAgain')}
          </a>
        </p>
      </div>
    </PageShell>
  )
}
