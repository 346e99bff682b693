import { useTranslation } from 'react-i18next'
import { STAR_FORM } from './starWords'

export interface StarButtonProps {
  talkId: string
  /** In the reader's language, for those who hear the page. */
  title: string
  /** Of a visitor without an account the browser alone knows: then false, and the script says otherwise. */
  starred: boolean
  /** With its word beside the star: where there is room for one. */
  worded?: boolean
}

/**
 * Puts a talk into one's programme, or takes it out. Belongs to the page's one `StarForm`: a thousand rows carry a button each and
 * no form. app/islands/stars.ts brings it to life.
 */
export function StarButton({ talkId, title, starred, worded = false }: StarButtonProps) {
  const { t } = useTranslation('stars')
  return (
    <button
      type="submit"
      form={STAR_FORM}
      className={worded ? 'star star--worded' : 'star'}
      name={starred ? 'unstar' : 'star'}
      value={talkId}
      aria-pressed={starred}
      aria-label={t('star', { title })}
      data-star={talkId}
    >
      {worded && <span>{t('mine')}</span>}
    </button>
  )
}
