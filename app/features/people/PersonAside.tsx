import { useTranslation } from 'react-i18next'
import type { TalkKind, TalkState } from '#shared/document/talkRecord'
import type { LocalText } from '#shared/kernel/language'
import { instantOfMinute } from '#shared/programme/time'
import { useFormat } from '~/lib/format'

export interface PersonAsideProps {
  talks: readonly { id: string; title: LocalText; kind: TalkKind; state: TalkState; start: number | null }[]
  email: string
  accountName: string | null
  timeZone: string
  paths: { programme: string; talk: (id: string) => string }
}

/** In which talks somebody is, and whether they can sign in. */
export function PersonAside({ talks, email, accountName, timeZone, paths }: PersonAsideProps) {
  const { t } = useTranslation(['people', 'talks'])
  const format = useFormat()
  return (
    <>
      <section className="card" aria-labelledby="talks">
        <h2 className="card__title" id="talks">
          {t('people:detail.talks')}
        </h2>
        {talks.length === 0 ? (
          <>
            <p>{t('people:detail.noTalks')}</p>
            <p>
              <a className="button button--small" href={paths.programme}>
                {t('people:detail.toProgramme')}
              </a>
            </p>
          </>
        ) : (
          <ul className="plain-list person-talks">
            {talks.map(({ id, title, kind, state, start }) => (
              <li key={id}>
                <a href={paths.talk(id)}>{format.text(title)}</a>
                <span className="person-talks__facts">
                  {t(`talks:kinds.${kind}`)} · {t(`talks:states.${state}`)} ·{' '}
                  {start === null ? t('people:detail.unscheduled') : format.moment(instantOfMinute(start), timeZone)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="card" aria-labelledby="account">
        <h2 className="card__title" id="account">
          {t('people:detail.account')}
        </h2>
        <p>
          {accountName !== null
            ? t('people:detail.hasAccount', { name: accountName })
            : t(email === '' ? 'people:detail.noEmail' : 'people:detail.noAccount')}
        </p>
      </section>
    </>
  )
}
