import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ERROR_STATUS } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import { localise } from '#shared/kernel/language'
import { labelsOf } from '#shared/proposals/proposal'
import { Answer } from '~/components/Answer'
import { FailureNotice, Notice } from '~/components/Notice'
import { OrganiserShell } from '~/features/fairs/OrganiserShell'
import { DecisionForm } from '~/features/proposals/DecisionForm'
import { ProposalFacts } from '~/features/proposals/ProposalFacts'
import { ProposalStateBadge } from '~/features/proposals/ProposalStateBadge'
import { reviewPaths } from '~/features/proposals/proposalPaths'
import { ReviewForm } from '~/features/proposals/ReviewForm'
import { wholeTitle } from '~/features/proposals/wholeTitle'
import { useActResult } from '~/lib/useActResult'
import { useLang } from '~/lib/useLang'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { readSectors } from '~/services/exhibitorsPage.server'
import { formOf, keyOf, newFormKey, pageTitle, param, textOf, wordsOf } from '~/services/page.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t } = wordsOf(params)
    const fairId = param(params, 'fairId') as FairId
    const { services, actor } = context
    const fair = await services.fairs.getFair(actor, { fairId })
    const proposal = await services.proposals.getProposal(actor, { fairId, proposalId: param(params, 'proposalId') })
    const sectors = await readSectors(context, fairId, lang)
    return {
      title: pageTitle(wholeTitle(proposal.title, lang), t('proposals:review.title'), localise(fair.name, lang)),
      fair,
      proposal,
      sector: sectors.find(({ id }) => id === proposal.sectorId) ?? null,
      formKey: newFormKey(),
    }
  })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const result = await orFailure(async () => {
    const { proposals } = context.services
    const intent = textOf(form, 'intent')
    const at = {
      fairId: param(params, 'fairId') as FairId,
      proposalId: param(params, 'proposalId'),
      version: Number(textOf(form, 'version')),
    }
    if (intent === 'review') {
      await proposals.reviewProposal(context.actor, {
        ...at,
        review: {
          state: textOf(form, 'state') as 'submitted',
          labels: labelsOf(textOf(form, 'labels')),
          votable: form.get('votable') === 'on',
        },
      })
      return 'saved' as const
    }
    const key = keyOf(form, intent)
    const decision = intent as 'accept' | 'decline'
    await proposals.decideProposal(context.actor, {
      ...at,
      decision: { decision, note: textOf(form, 'note') },
      ...(key ? { key } : {}),
    })
    return decision === 'accept' ? ('accepted' as const) : ('declined' as const)
  })
  return result.ok ? result : data(result, ERROR_STATUS[result.code])
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function ProposalPage() {
  const { fair, proposal, sector, formKey } = useLoaderData<typeof loader>()
  const result = useActResult(useActionData<typeof action>())
  const { t } = useTranslation(['proposals', 'talks'])
  const lang = useLang()
  const paths = reviewPaths(lang, fair.id)
  const problems = result && !result.ok ? result.fields : []
  const open = proposal.state === 'submitted' || proposal.state === 'reviewing'
  return (
    <OrganiserShell
      fair={fair}
      section="proposals"
      title={wholeTitle(proposal.title, lang)}
      actions={<ProposalStateBadge state={proposal.state} />}
    >
      <p>
        <a href={paths.list}>{t('review.back')}</a>
      </p>
      <Answer to={result}>
        {result?.ok ? (
          <Notice kind="success">{t(`review.${result.value}`)}</Notice>
        ) : (
          <FailureNotice failure={result} />
        )}
      </Answer>
      <div className="with-aside">
        <ProposalFacts proposal={proposal} sector={sector} timeZone={fair.timeZone} />
        <aside className="stack stack--loose">
          {proposal.state === 'withdrawn' && <Notice>{t('review.withdrawn')}</Notice>}
          {proposal.state === 'accepted' && (
            <Notice kind="success">
              <p>{t('review.onShelf')}</p>
              {proposal.talkState && <p>{t('review.talkState', { state: t(`talks:states.${proposal.talkState}`) })}</p>}
              <a href={paths.programme}>{t('review.toProgramme')}</a>
            </Notice>
          )}
          {(open || proposal.state === 'declined') && (
            <ReviewForm key={`review-${proposal.version}`} proposal={proposal} problems={problems} />
          )}
          {open && (
            <DecisionForm
              key={`decide-${proposal.version}`}
              version={proposal.version}
              formKey={formKey}
              problems={problems}
            />
          )}
        </aside>
      </div>
    </OrganiserShell>
  )
}
