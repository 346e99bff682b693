import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ERROR_STATUS } from '#shared/kernel/errors'
import { localise } from '#shared/kernel/language'
import { mayEdit } from '#shared/proposals/proposal'
import { EmptyState, FailureNotice } from '~/components/Notice'
import { PageHead } from '~/components/PageShell'
import { ExhibitorFrame } from '~/features/exhibitors/ExhibitorFrame'
import { ProposalFields } from '~/features/proposals/ProposalFields'
import { draftOf, emptyDraft, readProposalForm, readyToSend } from '~/features/proposals/proposalForm'
import { proposalPaths } from '~/features/proposals/proposalPaths'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { readDeskPage, sectorChoices } from '~/services/exhibitorPages.server'
import { formOf, keyOf, newFormKey, pageTitle, param, signInPath, textOf, wordsOf } from '~/services/page.server'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t } = wordsOf(params)
    const { services, actor } = context
    const { pathname, search, searchParams } = new URL(request.url)
    const { desk, frame } = await readDeskPage(context, param(params, 'slug'), searchParams)
    const { fair, reader } = desk
    const id = searchParams.get('id')
    const mine = reader.signedIn ? await services.proposals.myProposals(actor, { fairId: fair.id }) : []
    const editing = id === null ? null : (mine.find((proposal) => proposal.id === id) ?? null)
    const account = reader.signedIn ? await services.accounts.getAccount(actor) : null
    const state = !reader.signedIn
      ? ('signIn' as const)
      : id !== null && (editing === null || !mayEdit(editing.state))
        ? ('gone' as const)
        : editing === null && !fair.proposalsOpen
          ? ('closed' as const)
          : ('open' as const)
    return {
      title: pageTitle(t(editing ? 'proposals:propose.edit' : 'proposals:propose.title'), localise(fair.name, lang)),
      frame,
      state,
      editing: editing?.id ?? null,
      draft: editing ? draftOf(editing) : emptyDraft(lang, { name: account?.name ?? '', email: account?.email ?? '' }),
      sectors: sectorChoices(desk, lang),
      signInHref: signInPath(lang, `${pathname}${search}`),
      formKey: newFormKey(),
    }
  })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { lang } = await orErrorPage(async () => wordsOf(params))
  const form = await formOf(request)
  const draft = readProposalForm(form, lang)
  const result = await orFailure(async () => {
    const { services, actor } = context
    const { desk, frame } = await readDeskPage(context, param(params, 'slug'), new URLSearchParams())
    const proposal = readyToSend(draft)
    const fairId = desk.fair.id
    const proposalId = textOf(form, 'proposal')
    const key = keyOf(form, 'propose')
    if (proposalId !== '') await services.proposals.editProposal(actor, { fairId, proposalId, proposal })
    else await services.proposals.makeProposal(actor, { fairId, proposal, ...(key ? { key } : {}) })
    return `${proposalPaths(lang, frame.slug).mine}?${proposalId === '' ? 'sent' : 'saved'}`
  })
  return result.ok ? redirect(result.value) : data({ ...result, draft }, ERROR_STATUS[result.code])
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function ProposePage() {
  const { frame, state, editing, draft: stored, sectors, signInHref, formKey } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation('proposals')
  const format = useFormat()
  const lang = useLang()
  const busy = useNavigation().state !== 'idle'
  const title = t(editing ? 'propose.edit' : 'propose.title')
  const fair = format.text(frame.name)
  const paths = proposalPaths(lang, frame.slug)
  return (
    <ExhibitorFrame frame={frame} section={null} title={title} narrow>
      <PageHead title={title} eyebrow={fair} lead={state === 'open' ? t('propose.lead', { fair }) : undefined} />
      {state === 'signIn' && (
        <EmptyState
          title={t('propose.signInTitle')}
          action={
            <a className="button button--primary" href={signInHref}>
              {t('propose.signIn')}
            </a>
          }
        >
          {t('propose.signInText')}
        </EmptyState>
      )}
      {state === 'closed' && (
        <EmptyState
          title={t('propose.closedTitle')}
          action={
            <a className="button" href={visitPaths(lang, frame.slug).fair}>
              {t('propose.closedBack')}
            </a>
          }
        >
          {t('propose.closedText', { fair })}
        </EmptyState>
      )}
      {state === 'gone' && (
        <EmptyState
          title={t('propose.gone')}
          action={
            <a className="button" href={paths.mine}>
              {t('mine.title')}
            </a>
          }
        />
      )}
      {state === 'open' && (
        <Form method="post" className="form" noValidate>
          <input type="hidden" name="key" value={formKey} />
          {editing && <input type="hidden" name="proposal" value={editing} />}
          <FailureNotice failure={failure} />
          <ProposalFields
            draft={failure?.draft ?? stored}
            sectors={sectors}
            exhibitors={frame.exhibitors}
            problems={failure?.fields ?? []}
          />
          <div className="form__actions">
            <button type="submit" className="button button--primary" disabled={busy}>
              {t(editing ? 'propose.save' : 'propose.submit')}
            </button>
            <a className="button button--quiet" href={paths.mine}>
              {t('mine.title')}
            </a>
          </div>
        </Form>
      )}
    </ExhibitorFrame>
  )
}
