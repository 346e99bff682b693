import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { LocalText } from '#shared/kernel/language'
import type { ProposableKind } from '#shared/proposals/proposal'
import { SectorChip } from '~/components/SectorChip'
import type { SectorChoice } from '~/features/exhibitors/SectorChecks'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { wholeTitle } from './wholeTitle'

export interface BallotCardProps {
  line: {
    id: string
    title: Partial<LocalText>
    abstract: Partial<LocalText>
    kind: ProposableKind
    speakerName: string
    votes: number
    voted: boolean
  }
  sector: SectorChoice | undefined
}

export function BallotCard({ line, sector }: BallotCardProps) {
  const { t } = useTranslation(['proposals', 'talks'])
  const format = useFormat()
  const lang = useLang()
  const title = wholeTitle(line.title, lang)
  return (
    <article className="card">
      <p className="page-head__eyebrow">
        {t(`talks:kinds.${line.kind}`)} · {t('vote.by', { name: line.speakerName })}
      </p>
      <h3>{title}</h3>
      {sector && <SectorChip code={sector.code} tint={sector.tint} name={format.text(sector.name)} />}
      <p>{wholeTitle(line.abstract, lang)}</p>
      <Form method="post" className="cluster" preventScrollReset>
        <input type="hidden" name="proposal" value={line.id} />
        <button
          type="submit"
          name="intent"
          value={line.voted ? 'unvote' : 'vote'}
          className={`button button--small ${line.voted ? '' : 'button--primary'}`}
        >
          {line.voted ? t('vote.unvote') : t('vote.vote')} <span className="visually-hidden">{title}</span>
        </button>
        <span>{t('vote.votes', { count: line.votes })}</span>
        {line.voted && <span className="badge badge--good">{t('vote.voted')}</span>}
      </Form>
    </article>
  )
}
