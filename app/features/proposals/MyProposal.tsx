import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { LocalText } from '#shared/kernel/language'
import { mayEdit, mayWithdraw, type ProposableKind, type ProposalState } from '#shared/proposals/proposal'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { ProposalStateBadge } from './ProposalStateBadge'
import { proposalPaths } from './proposalPaths'
import { wholeTitle } from './wholeTitle'

export interface MyProposalProps {
  slug: string
  timeZone: string
  proposal: {
    id: string
    state: ProposalState
    title: Partial<LocalText>
    kind: ProposableKind
    decisionNote: string
    talkState: string | null
    createdAt: Date
  }
}

/** One of the reader's own, with what can still be done about it. */
export function MyProposal({ slug, timeZone, proposal }: MyProposalProps) {
  const { t } = useTranslation(['proposals', 'talks'])
  const format = useFormat()
  const lang = useLang()
  const { id, state, kind, decisionNote, talkState } = proposal
  const title = wholeTitle(proposal.title, lang)
  const button = (intent: string, label: string, manner = '') => (
    <button className={`button button--small ${manner}`} name="intent" value={intent} type="submit">
      {label} <span className="visually-hidden">{title}</span>
    </button>
  )
  return (
    <article className="card">
      <div className="cluster">
        <ProposalStateBadge state={state} />
        <span className="page-head__eyebrow">
          {t(`talks:kinds.${kind}`)} · {format.instant(proposal.createdAt, timeZone)}
        </span>
      </div>
      <h2>{title}</h2>
      {decisionNote !== '' && (
        <div className="notice">
          <p className="notice__title">{t('mine.note')}</p>
          <p>{decisionNote}</p>
        </div>
      )}
      {state === 'accepted' && (
        <p>
          {talkState === 'invited'
            ? t('mine.invited')
            : talkState === 'cancelled'
              ? t('mine.wontCome')
              : talkState === 'confirmed'
                ? t('mine.willCome')
                : t('mine.onShelf')}
        </p>
      )}
      <Form method="post" className="cluster">
        <input type="hidden" name="proposal" value={id} />
        {state === 'accepted' && talkState === 'invited' && (
          <>
            {button('coming', t('mine.coming'), 'button--primary')}
            {button('notComing', t('mine.notComing'))}
          </>
        )}
        {mayEdit(state) && (
          <a className="button button--small" href={proposalPaths(lang, slug).edit(id)}>
            {t('mine.edit')} <span className="visually-hidden">{title}</span>
          </a>
        )}
        {mayWithdraw(state) && button('withdraw', t('mine.withdraw'), 'button--quiet')}
      </Form>
    </article>
  )
}
