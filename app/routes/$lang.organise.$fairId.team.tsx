import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AppError, ERROR_STATUS } from '#shared/kernel/errors'
import { FailureNotice, Notice } from '~/components/Notice'
import { OrganiserShell } from '~/features/fairs/OrganiserShell'
import { InvitationLink } from '~/features/team/InvitationLink'
import { InviteForm } from '~/features/team/InviteForm'
import { LeaveFair } from '~/features/team/LeaveFair'
import { MemberList } from '~/features/team/MemberList'
import { OpenInvitations } from '~/features/team/OpenInvitations'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { readOrganiserPage } from '~/services/organise.server'
import { formOf, param, textOf, wordsOf } from '~/services/page.server'

export async function loader(args: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { t, fair, titled } = await readOrganiserPage(args)
    const { services, actor } = args.context
    const team = await services.team.listTeam(actor, { fairId: fair.id })
    return { title: titled(t('team:title')), fair, team, me: actor.accountId }
  })
}

const DONE = ['role', 'removed', 'revoked'] as const

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const typed = { role: textOf(form, 'role'), email: textOf(form, 'email'), note: textOf(form, 'note') }
  const { services, actor, publicUrl } = context
  const result = await orFailure(async () => {
    const { lang } = wordsOf(params)
    const fairId = param(params, 'fairId')
    const accountId = textOf(form, 'accountId')
    const here = (done: (typeof DONE)[number]) => redirect(`/${lang}/organise/${fairId}/team?done=${done}`, 303)
    switch (textOf(form, 'intent')) {
      case 'invite': {
        const role = typed.role === 'exhibitor' ? 'exhibitor' : 'organiser'
        const { path, ...made } = await services.team.createInvitation(actor, { fairId, ...typed, role })
        return { ok: true as const, invitation: { ...made, link: `${publicUrl}${path}` } }
      }
      case 'revoke':
        await services.team.revokeInvitation(actor, { fairId, invitationId: textOf(form, 'invitationId') })
        return here('revoked')
      case 'role':
        await services.team.changeRole(actor, { fairId, accountId, role: typed.role })
        return here('role')
      case 'remove':
        await services.team.removeMember(actor, { fairId, accountId })
        return actor.accountId === accountId ? redirect(`/${lang}/organise`, 303) : here('removed')
      default:
        throw new AppError('BAD_REQUEST', { detail: 'unknown intent' })
    }
  })
  return result.ok ? result.value : data({ ...result, typed }, { status: ERROR_STATUS[result.code] })
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function TeamPage() {
  const { fair, team, me } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const { t } = useTranslation('team')
  const done = DONE.find((one) => one === search.get('done'))
  const owners = team.members.filter(({ role }) => role === 'owner')
  const lastOwner = owners.length === 1 && owners[0]?.accountId === me
  const failure = answer && !answer.ok ? answer : undefined
  return (
    <OrganiserShell
      fair={fair}
      section="team"
      title={t('title')}
      lead={t('lead')}
      actions={
        fair.may.settings && (
          <a className="button" href="#invite">
            {t('invite')}
          </a>
        )
      }
    >
      {answer?.ok && <InvitationLink invitation={answer.invitation} timeZone={fair.timeZone} />}
      {done && !answer && <Notice kind="success">{t(`done.${done}`)}</Notice>}
      <FailureNotice failure={failure} />
      <div className="with-aside with-aside--even">
        <div className="stack stack--loose">
          <MemberList members={team.members} me={me} manages={team.manages} timeZone={fair.timeZone} />
          <OpenInvitations invitations={team.invitations} manages={team.manages} timeZone={fair.timeZone} />
          {me !== null && !lastOwner && <LeaveFair accountId={me} />}
        </div>
        {fair.may.settings && <InviteForm manages={team.manages} typed={failure?.typed} problems={failure?.fields} />}
      </div>
    </OrganiserShell>
  )
}
