import { useTranslation } from 'react-i18next'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { ProposalStateBadge } from './ProposalStateBadge'
import type { ReviewLine } from './reviewView'
import { wholeTitle } from './wholeTitle'

export interface ProposalTableProps {
  proposals: readonly ReviewLine[]
  hrefOf: (id: string) => string
  timeZone: string
}

export function ProposalTable({ proposals, hrefOf, timeZone }: ProposalTableProps) {
  const { t } = useTranslation(['proposals', 'talks'])
  const format = useFormat()
  const lang = useLang()
  return (
    <div className="table-wrap table-wrap--cards">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('review.columns.title')}</th>
            <th scope="col">{t('review.columns.speaker')}</th>
            <th scope="col">{t('review.columns.state')}</th>
            <th scope="col">{t('review.columns.votes')}</th>
            <th scope="col">{t('review.columns.at')}</th>
          </tr>
        </thead>
        <tbody>
          {proposals.map(({ id, title, kind, speakerName, state, labels, votable, votes, createdAt }) => (
            <tr key={id}>
              <th scope="row" className="proposal-table__title">
                <a href={hrefOf(id)}>{wholeTitle(title, lang)}</a>
                <span className="proposal-table__kind">
                  {t(`talks:kinds.${kind}`)}
                  {labels.map((label) => (
                    <span key={label} className="badge">
                      {label}
                    </span>
                  ))}
                </span>
              </th>
              <td>{speakerName}</td>
              <td>
                <ProposalStateBadge state={state} />
              </td>
              <td>{votable || votes > 0 ? t('vote.votes', { count: votes }) : null}</td>
              <td>{format.instant(createdAt, timeZone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
