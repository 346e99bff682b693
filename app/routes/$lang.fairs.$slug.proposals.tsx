import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AppError, ERROR_STATUS } from '#shared/kernel/errors'
import { localise } from '#shared/kernel/language'
import { Answer } from '~/components/Answer'
import { EmptyState, FailureNotice, Notice } from '~/components/Notice'
import { PageHead } from '~/components/PageShell'
import { ExhibitorFrame } from '~/features/exhibitors/ExhibitorFrame'
import { BallotCard } from '~/features/proposals/BallotCard'
import { MyProposal } from '~/features/proposals/MyProposal'
import { proposalPaths } from '~/features/proposals/proposalPaths'
import { useFormat } from '~/lib/format'
import { useActResult } from '~/lib/useActResult'
import { useLang } from '~/lib/useLang'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { readDeskPage, sectorChoices } from '~/services/exhibitorPages.server'
import { formOf, pageTitle, param, textOf, wordsOf } from '~/services/page.server'
import { requireSignedIn } from '~/services/signedIn.server'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t } = wordsOf(params)
    requireSignedIn(context, request, lang)
    const { services, actor } = context
    const { desk, frame } = await readDeskPage(context, param(params, 'slug'), new URL(request.url).searchParams)
    const { fair } = desk
    return {
      title: pageTitle(t('proposals:mine.title'), localise(fair.name, lang)),
      frame,
      open: fair.proposalsOpen,
      voting: fair.votingOpen,
      timeZone: fair.timeZone,
      mine: await services.proposals.myProposals(actor, { fairId: fair.id }),
      ballot: await services.proposals.ballot(actor, { fairId: fair.id }),
      sectors: sectorChoices(desk, lang),
    }
  })
}

const INTENTS = ['vote', 'unvote', 'withdraw', 'coming', 'notComing'] as const
type Intent = (typeof INTENTS)[number]

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const result = await orFailure(async () => {
    const { proposals } = context.services
    const { desk } = await readDeskPage(context, param(params, 'slug'), new URLSearchParams())
    const at = { fairId: desk.fair.id, proposalId: textOf(form, 'proposal') }
    const intent = INTENTS.find((one) => one === textOf(form, 'intent'))
    const acts: Record<Intent, () => Promise<void>> = {
      vote: () => proposals.voteForProposal(context.actor, { ...at, vote: true }),
      unvote: () => proposals.voteForProposal(context.actor, { ...at, vote: false }),
      withdraw: () => proposals.withdrawProposal(context.actor, at),
      coming: () => proposals.answerInvitation(context.actor, { ...at, coming: true }),
      notComing: () => proposals.answerInvitation(context.actor, { ...at, coming: false }),
    }
    if (!intent) throw new AppError('BAD_REQUEST', { detail: 'no intent' })
    await acts[intent]()
    return intent
  })
  return result.ok ? result : data(result, ERROR_STATUS[result.code])
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

const SENTENCES = {
  vote: 'vote.done',
  unvote: 'vote.undone',
  withdraw: 'states.withdrawn',
  coming: 'mine.answered',
  notComing: 'mine.answered',
} as const satisfies Record<Intent, string>

export default function ProposalsPage() {
  const { frame, open, voting, timeZone, mine, ballot, sectors } = useLoaderData<typeof loader>()
  const result = useActResult(useActionData<typeof action>())
  const [search] = useSearchParams()
  const { t } = useTranslation('proposals')
  const format = useFormat()
  const lang = useLang()
  const fair = format.text(frame.name)
  const paths = proposalPaths(lang, frame.slug)
  const sectorById = new Map(sectors.map((sector) => [sector.id as string, sector]))
  const propose = open && (
    <a className="button button--primary" href={paths.propose}>
      {t('mine.new')}
    </a>
  )
  const told = search.has('sent') ? t('mine.sent') : search.has('saved') ? t('mine.saved') : null
  return (
    <ExhibitorFrame frame={frame} section={null} title={t('mine.title')}>
      <PageHead title={t('mine.title')} eyebrow={fair} lead={t('mine.lead', { fair })} actions={propose} />
      <div className="stack stack--loose">
        <Answer to={result}>
          {result?.ok ? (
            <Notice kind="success">{t(SENTENCES[result.value])}</Notice>
          ) : (
            <FailureNotice failure={result} />
          )}
        </Answer>
        {!result && told && <Notice kind="success">{told}</Notice>}
        {mine.length === 0 ? (
          <EmptyState title={t('mine.empty')} action={propose}>
            {open && t('mine.emptyText')}
          </EmptyState>
        ) : (
          <div className="cards">
            {mine.map((proposal) => (
              <MyProposal key={proposal.id} slug={frame.slug} timeZone={timeZone} proposal={proposal} />
            ))}
          </div>
        )}
        {voting && (
          <section className="stack" aria-labelledby="ballot">
            <h2 id="ballot">{t('vote.title')}</h2>
            <p>{t('vote.lead')}</p>
            {ballot.length === 0 && <EmptyState title={t('vote.empty')}>{t('vote.emptyText')}</EmptyState>}
            <div className="cards">
              {ballot.map((line) => (
                <BallotCard key={line.id} line={line} sector={sectorById.get(line.sectorId ?? '')} />
              ))}
            </div>
          </section>
        )}
      </div>
    </ExhibitorFrame>
  )
}
