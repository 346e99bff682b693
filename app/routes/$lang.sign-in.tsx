import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { safeReturnPath } from '#shared/access/returnPath'
import { ERROR_STATUS } from '#shared/kernel/errors'
import { Field } from '~/components/Field'
import { FailureNotice, Notice } from '~/components/Notice'
import { PageHead, PageShell } from '~/components/PageShell'
import type { PageHandle } from '~/lib/page'
import { useLang } from '~/lib/useLang'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { formOf, pageTitle, textOf, wordsOf } from '~/services/page.server'

export const handle: PageHandle = { hydrate: false }

const LINK_MINUTES = 15

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { lang, t } = await orErrorPage(async () => wordsOf(params))
  const returnTo = safeReturnPath(new URL(request.url).searchParams.get('return_to'))
  if (context.actor.accountId !== null) throw redirect(returnTo ?? `/${lang}/account`)
  return {
    title: pageTitle(t('accounts:signIn.title')),
    returning: returnTo !== null,
    demo: context.demo,
    sendsMail: context.sendsMail,
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const email = textOf(form, 'email')
  const result = await orFailure(async () => {
    const { lang } = wordsOf(params)
    const returnTo = new URL(request.url).searchParams.get('return_to')
    const { services, address } = context
    await services.accounts.requestSignInLink({ email, language: lang, returnTo, address })
  })
  return result.ok
    ? { ok: true as const, email: email.trim() }
    : data({ ...result, email }, { status: ERROR_STATUS[result.code] })
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function SignInPage() {
  const { returning, demo, sendsMail } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('accounts')
  const lang = useLang()
  if (answer?.ok) return <LinkSent email={answer.email} sendsMail={sendsMail} />
  return (
    <PageShell narrow>
      <PageHead title={t('signIn.title')} lead={returning ? t('signIn.first') : t('signIn.lead')} />
      <div className="stack stack--loose">
        <FailureNotice failure={answer?.code === 'INVALID' ? null : answer} />
        <form method="post" className="form form--short">
          <Field
            name="email"
            type="email"
            label={t('signIn.email')}
            hint={returning ? t('signIn.lead') : undefined}
            defaultValue={answer?.email}
            problems={answer?.fields}
            autoComplete="email"
            required
            maxLength={254}
          />
          <div className="form__actions">
            <button type="submit" className="button button--primary">
              {t('signIn.submit')}
            </button>
          </div>
        </form>
        {demo && (
          <p>
            {t('signIn.demo')} <a href={`/${lang}/demo`}>{t('signIn.demoLink')}</a>
          </p>
        )}
      </div>
    </PageShell>
  )
}

function LinkSent({ email, sendsMail }: { email: string; sendsMail: boolean }) {
  const { t } = useTranslation('accounts')
  const { pathname, search } = useLocation()
  return (
    <PageShell narrow>
      <PageHead title={sendsMail ? t('signIn.sentTitle') : t('signIn.noMailTitle')} />
      <div className="stack">
        {sendsMail ? (
          <>
            <Notice kind="success">{t('signIn.sent', { email, minutes: LINK_MINUTES })}</Notice>
            <p>{t('signIn.nothing')}</p>
          </>
        ) : (
          <Notice kind="warning">
            <p>{t('signIn.noMail')}</p>
            <p>
              <code>npm run sign-in-link -- {email}</code>
            </p>
          </Notice>
        )}
        <p>
          <a href={`${pathname}${search}`}>{t('signIn.again')}</a>
        </p>
      </div>
    </PageShell>
  )
}
