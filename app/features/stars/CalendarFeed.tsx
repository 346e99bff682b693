import { useTranslation } from 'react-i18next'
import { feedPath } from './starPaths'

export interface CalendarFeedProps {
  slug: string
  lang: string
  publicUrl: string
  /** Null: no feed yet, or one that only the browser knows of. */
  token: string | null
  /** Of an account: forms do it all. Otherwise the script does. */
  account: boolean
}

/** The private calendar address: asked for, copied, subscribed to, replaced, stopped. */
export function CalendarFeed({ slug, lang, publicUrl, token, account }: CalendarFeedProps) {
  const { t } = useTranslation('stars')
  const address = `${publicUrl}${feedPath(slug, token ?? '{token}')}?lang=${lang}`
  return (
    <section
      className="my-feed"
      aria-labelledby="my-feed"
      data-feed={account ? 'account' : 'browser'}
      data-pattern={account ? undefined : address}
      data-failed={t('calendar.failed')}
      hidden={!account}
    >
      <h2 id="my-feed">{t('calendar.title')}</h2>
      <p>{t('calendar.text')}</p>
      <form method="post" className="stack stack--tight" data-feed-none="" hidden={token !== null}>
        {!account && <p>{t('calendar.anonymous')}</p>}
        <div>
          <button type="submit" className="button" name="intent" value="openFeed">
            {t('calendar.make')}
          </button>
        </div>
      </form>
      <div className="stack stack--tight" data-feed-open="" hidden={token === null}>
        <label className="field__label" htmlFor="feed-address">
          {t('calendar.address')}
        </label>
        <div className="my-feed__address">
          <input
            id="feed-address"
            className="input"
            type="text"
            readOnly
            value={token ? address : ''}
            autoComplete="off"
            spellCheck={false}
          />
          <button type="button" className="button" data-feed-copy="" data-copied={t('calendar.copied')} hidden>
            {t('calendar.copy')}
          </button>
        </div>
        <p className="quiet">{t('calendar.secret')}</p>
        <div className="cluster">
          <a
            className="button button--primary"
            href={token ? address.replace(/^https?:/, 'webcal:') : '#my-feed'}
            data-feed-webcal=""
          >
            {t('calendar.subscribe')}
          </a>
        </div>
        <details className="my-feed__more">
          <summary>{t('calendar.change')}</summary>
          <form method="post" className="stack stack--tight" data-feed-change="">
            <button type="submit" className="button" name="intent" value="renewFeed" aria-describedby="feed-renew">
              {t('calendar.renew')}
            </button>
            <p id="feed-renew" className="quiet">
              {t('calendar.renewHint')}
            </p>
            <button
              type="submit"
              className="button button--danger"
              name="intent"
              value="closeFeed"
              aria-describedby="feed-close"
            >
              {t('calendar.close')}
            </button>
            <p id="feed-close" className="quiet">
              {t('calendar.closeHint')}
            </p>
          </form>
        </details>
      </div>
      <p role="status" data-feed-status="" />
    </section>
  )
}
