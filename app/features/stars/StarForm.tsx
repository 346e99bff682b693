import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLang } from '~/lib/useLang'
import { starPaths } from './starPaths'
import { type ReadersStars, STAR_FORM, type StarWords } from './starWords'

export interface StarFormProps {
  fair: { id: string; slug: string }
  stars: ReadersStars
}

/** Once on every page that has stars: where they are sent without scripts, and what the script needs to know. */
export function StarForm({ fair, stars }: StarFormProps) {
  const { t } = useTranslation('stars')
  const lang = useLang()
  const { pathname, search } = useLocation()
  const words: StarWords = {
    starred: t('said.starred'),
    unstarred: t('said.unstarred'),
    waiting: t('said.waiting'),
    full: t('said.full'),
  }
  const returnTo = `${pathname}${search}`
  return (
    <>
      <form
        id={STAR_FORM}
        className="star-form"
        method="post"
        action={starPaths(lang, fair.slug).stars}
        data-fair={fair.id}
        data-slug={fair.slug}
        data-account={stars.accountId ?? ''}
        data-starred={JSON.stringify(stars.talkIds)}
        data-words={JSON.stringify(words)}
      >
        <input type="hidden" name="return_to" value={returnTo} />
      </form>
      {stars.accountId === null && (
        <noscript>
          <p className="star-without">
            {t('without.text')}{' '}
            <a href={`/${lang}/sign-in?${new URLSearchParams({ return_to: returnTo })}`}>{t('without.signIn')}</a>
          </p>
        </noscript>
      )}
    </>
  )
}
