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
import { errorSentence } from '#shared/i18n/sentence'
import { ERROR_STATUS } from '#shared/kernel/errors'
import { localise } from '#shared/kernel/language'
import { FailureNotice, Notice } from '~/components/Notice'
import { PageHead, PageShell } from '~/components/PageShell'
import { AcceptForm } from '~/features/team/AcceptForm'
import { useFormat } from '~/lib/format'
import type { PageHandle } from '~/lib/page'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { formOf, pageTitle, param, signInPath, textOf, wordsOf } from '~/services/page.server'

export const handle: PageHandle = { hydrate: false }

/** The address of this page is a secret: it is not kept. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { lang, t } = await orErrorPage(async () => wordsOf(params))
  const { services, actor } = context
  const found = await orFailure(() => services.team.readInvitation(actor, { token: param(params, 'token') }))
  if (!found.ok) {
    const title = pageTitle(t('team:invitation.over'))
    return data({ title, invitation: null, code: found.code }, { status: ERROR_STATUS[found.code] })
  }
  if ('accepted' in found.value) throw redirect(acceptedPath(lang, found.value))
  const invitation = found.value
  const fair = localise(invitation.fairName, lang)
  const title = pageTitle(t(`team:invitation.${invitation.role}Title`, { fair }))
  const person = actor.accountId === null ? null : actor.name
  return { title, invitation, person, signInHref: signInPath(lang, new URL(request.url).pathname) }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const exhibitor = { name: textOf(form, 'exhibitor.name'), kind: textOf(form, 'exhibitor.kind') }
  const { services, actor } = context
  const result = await orFailure(async () => {
    const { lang } = wordsOf(params)
    const accepted = await services.team.acceptInvitation(actor, { token: param(params, 'token'), exhibitor })
    return acceptedPath(lang, accepted)
  })
  return result.ok ? redirect(result.value, 303) : data({ ...result, exhibitor }, { status: ERROR_STATUS[result.code] })
}

const acceptedPath = (lang: string, { fairId, slug, role }: { fairId: string; slug: string; role: string }) =>
  role === 'organiser' ? `/${lang}/organise/${fairId}` : `/${lang}/fairs/${slug}/my-profile`

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.title ?? 'Beursvloer' },
  { name: 'robots', content: 'noindex' },
]

export default function InvitationPage() {
  const found = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation(['team', 'errors'])
  const format = useFormat()
  if (found.invitation === null) {
    return (
      <PageShell narrow>
        <PageHead title={t('team:invitation.over')} />
        <div className="stack">
          <Notice kind="error">{errorSentence(t, { code: found.code, params: {} })}</Notice>
          <p>{t('team:invitation.overHint')}</p>
        </div>
      </PageShell>
    )
  }
  const { invitation, person, signInHref } = found
  const { role, invitedBy, exhibitorName, note, fairName, startsOn, endsOn, venueName } = invitation
  const who = invitedBy ? t('team:invitation.by', { name: invitedBy }) : t('team:invitation.bySomebody')
  const what =
    role === 'organiser'
      ? t('team:invitation.organiser')
      : exhibitorName
        ? t('team:invitation.exhibitorFor', { name: exhibitorName })
        : t('team:invitation.exhibitor')
  return (
    <PageShell narrow>
      <PageHead
        eyebrow={who}
        title={t(`team:invitation.${role}Title`, { fair: format.text(fairName) })}
        lead={`${format.days(startsOn, endsOn)} · ${venueName}`}
      />
      <div className="stack stack--loose">
        <p>{what}</p>
        {note && <blockquote className="quote">{note}</blockquote>}
        <FailureNotice failure={failure?.code === 'INVALID' ? null : failure} />
        {person === null ? (
          <div className="stack stack--tight">
            <p>
              <a className="button button--primary" href={signInHref}>
                {t('team:invitation.signIn')}
              </a>
            </p>
            <p className="field__hint">{t('team:invitation.signInHint')}</p>
          </div>
        ) : (
          <AcceptForm
            person={person}
            asksExhibitor={role === 'exhibitor' && exhibitorName === null}
            failure={failure}
          />
        )}
      </div>
    </PageShell>
  )
}
