import { useTranslation } from 'react-i18next'
import type { SignedUpTalk } from '#server/services/signups/talkSignups'
import { useFormat } from '~/lib/format'

/** Who signed up for which talk: seated first, then the waiting list in its order. */
export function SignedUpTalks({ talks, fair }: { talks: readonly SignedUpTalk[]; fair: { timeZone: string } }) {
  const { t } = useTranslation('signups')
  const format = useFormat()
  return (
    <div className="stack stack--loose">
      {talks.map((talk) => {
        const seated = talk.people.filter(({ state }) => state === 'seated').length
        return (
          <section key={talk.talkId} className="stack stack--tight" aria-labelledby={`talk-${talk.talkId}`}>
            <h2 id={`talk-${talk.talkId}`}>{format.text(talk.title)}</h2>
            <p className="cluster">
              {talk.start && <span>{format.moment(talk.start, fair.timeZone)}</span>}
              {talk.seats !== null && (
                <span className="badge">{t('list.seated', { seated, seats: format.number(talk.seats) })}</span>
              )}
              {talk.people.length > seated && (
                <span className="badge badge--warn">{t('waiting', { count: talk.people.length - seated })}</span>
              )}
              {talk.cancelled && <span className="badge badge--bad">{t('list.cancelled')}</span>}
            </p>
            {talk.people.length === 0 ? (
              <p className="quiet">{t('list.nobody')}</p>
            ) : (
              <div className="table-wrap">
                <table className="table">
                  <thead>
                    <tr>
                      <th scope="col">{t('list.columns.name')}</th>
                      <th scope="col">{t('list.columns.email')}</th>
                      <th scope="col">{t('list.columns.state')}</th>
                      <th scope="col">{t('list.columns.at')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {talk.people.map((person) => (
                      <tr key={person.email}>
                        <td>{person.name}</td>
                        <td>
                          <a href={`mailto:${person.email}`}>{person.email}</a>
                        </td>
                        <td>{t(`list.state.${person.state}`)}</td>
                        <td>{format.instant(person.at, fair.timeZone)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </section>
        )
      })}
    </div>
  )
}
