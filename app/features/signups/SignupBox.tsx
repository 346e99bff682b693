import { useTranslation } from 'react-i18next'
import type { TalkSeats } from '#shared/signups/views'
import { Notice } from '~/components/Notice'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { signupPaths } from './signupPaths'
import { isRefusal, type SignupSaid } from './signupSaid'

export interface SignupBoxProps {
  slug: string
  seats: TalkSeats
  /** What the last form did. */
  said: SignupSaid | null
  signedIn: boolean
  /** One for the page: whatever is sent twice from it is one request. */
  formKey: string
}

/** A talk with limited seats: how many are left, and a place of one's own. Forms only. */
export function SignupBox({ slug, seats, said, signedIn, formKey }: SignupBoxProps) {
  const { t } = useTranslation(['signups', 'errors'])
  const format = useFormat()
  const lang = useLang()
  const talk = visitPaths(lang, slug).talk(seats.talkId)
  const { mine, closed, left } = seats
  return (
    <section className="signup" id="sign-up" aria-labelledby="sign-up-title">
      <h2 id="sign-up-title">{t('title')}</h2>
      {said && (
        <Notice kind={isRefusal(said) ? 'error' : 'success'}>
          {isRefusal(said) ? t(`errors:${said}`) : t(`said.${said}`)}
        </Notice>
      )}
      <p className="signup__count">
        {left > 0
          ? t('left', { count: left, seats: format.number(seats.seats) })
          : t('full', { seats: format.number(seats.seats) })}
        {seats.waiting > 0 && ` ${t('waiting', { count: seats.waiting })}`}
      </p>
      {mine?.state === 'seated' && said !== 'seated' && <p className="signup__mine">{t('mine.seated')}</p>}
      {mine?.state === 'waiting' && (
        <p className="signup__mine">{t('mine.waiting', { position: format.number(mine.position ?? 1) })}</p>
      )}
      {closed ? (
        !said && <p>{t(`errors:${closed === 'cancelled' ? 'TALK_CANCELLED' : 'TALK_OVER'}`)}</p>
      ) : signedIn ? (
        <form method="post" action={signupPaths.act(lang, slug)} className="stack stack--tight">
          <input type="hidden" name="talkId" value={seats.talkId} />
          <input type="hidden" name="key" value={formKey} />
          <div>
            <button
              type="submit"
              className={mine ? 'button' : 'button button--primary'}
              name="intent"
              value={mine ? 'cancel' : 'signUp'}
            >
              {mine ? t(`giveUp.${mine.state}`) : left > 0 ? t('take') : t('queue')}
            </button>
          </div>
          <p className="quiet">{mine ? t('giveUp.hint') : t('seen')}</p>
        </form>
      ) : (
        <p>
          <a
            className="button button--primary"
            href={`/${lang}/sign-in?${new URLSearchParams({ return_to: `${talk}#sign-up` })}`}
          >
            {t('signIn')}
          </a>
        </p>
      )}
    </section>
  )
}
