import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { KNOWN_EQUIPMENT } from '#shared/document/schedule'
import { isLanguage, type LocalText } from '#shared/kernel/language'
import type { ProposableKind } from '#shared/proposals/proposal'
import { SectorChip } from '~/components/SectorChip'
import type { SectorChoice } from '~/features/exhibitors/SectorChecks'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { wholeTitle } from './wholeTitle'

export interface ProposalFactsProps {
  proposal: {
    abstract: Partial<LocalText>
    kind: ProposableKind
    language: string | null
    exhibitorName: string | null
    audience: number | null
    needs: readonly string[]
    speakerName: string
    speakerEmail: string
    speakerBiography: string
    message: string
    votes: number
    createdAt: Date
  }
  sector: SectorChoice | null
  timeZone: string
}

const isKnown = (need: string): need is (typeof KNOWN_EQUIPMENT)[number] =>
  (KNOWN_EQUIPMENT as readonly string[]).includes(need)

/** All that was sent in. */
export function ProposalFacts({ proposal, sector, timeZone }: ProposalFactsProps) {
  const { t } = useTranslation(['proposals', 'talks', 'common'])
  const format = useFormat()
  const abstract = wholeTitle(proposal.abstract, useLang())
  const fact = (term: string, value: ReactNode) =>
    value ? (
      <>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </>
    ) : null
  return (
    <div className="stack stack--loose">
      {abstract !== '' && <p className="proposal-text">{abstract}</p>}
      <section className="stack">
        <h2>{t('review.facts')}</h2>
        <dl className="facts">
          {fact(t('review.columns.speaker'), proposal.speakerName)}
          {fact(t('review.email'), <a href={`mailto:${proposal.speakerEmail}`}>{proposal.speakerEmail}</a>)}
          {fact(t('review.exhibitor'), proposal.exhibitorName)}
          {fact(t('review.kind'), t(`talks:kinds.${proposal.kind}`))}
          {fact(t('review.language'), isLanguage(proposal.language) && t(`common:languages.${proposal.language}`))}
          {fact(
            t('review.sector'),
            sector && <SectorChip code={sector.code} tint={sector.tint} name={format.text(sector.name)} />,
          )}
          {fact(
            t('review.audience'),
            proposal.audience !== null && t('review.audienceN', { count: proposal.audience }),
          )}
          {fact(
            t('review.needs'),
            proposal.needs.length > 0 &&
              format.list(proposal.needs.map((need) => (isKnown(need) ? t(`talks:equipment.${need}`) : need))),
          )}
          {fact(t('review.columns.votes'), proposal.votes > 0 && proposal.votes)}
          {fact(t('review.sent'), format.instant(proposal.createdAt, timeZone))}
        </dl>
      </section>
      {proposal.speakerBiography !== '' && (
        <section className="stack">
          <h2>{t('review.biography')}</h2>
          <p className="proposal-text">{proposal.speakerBiography}</p>
        </section>
      )}
      {proposal.message !== '' && (
        <section className="stack">
          <h2>{t('review.message')}</h2>
          <p className="proposal-text">{proposal.message}</p>
        </section>
      )}
    </div>
  )
}
