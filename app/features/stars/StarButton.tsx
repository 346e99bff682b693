import { useTranslation } from 'react-i18next'
import { STAR_FORM } from './starWords'

export interface StarButtonProps {
  talkId: string
  /** For those who hear the page: see useStarLabel. */
  label: string
  /** Of a visitor without an account the browser alone knows: then false, and the script says otherwise. */
  starred: boolean
  /** Beside the star, where there is room for a word. */
  word?: string
}

/** What a star is called, of a talk with this title. Asked for once a page: a thousand rows are a thousand stars. */
export function useStarLabel(): (title: string) => string {
  const { t } = useTranslation('stars')
  return (title) => t('star', { title })
}

/**
 * Puts a talk into one's programme, or takes it out. Belongs to the page's one `StarForm`: a thousand rows carry a button each and
 * no form. app/islands/stars.ts brings it to life.
 */
export function StarButton({ talkId, label, starred, word }: StarButtonProps) {
  return (
    <button
      type="submit"
      form={STAR_FORM}
      className={word ? 'star star--worded' : 'star'}
      name={starred ? 'unstar' : 'star'}
      value={talkId}
      aria-pressed={starred}
      aria-label={label}
      data-star={talkId}
    >
      {word && <span>{word}</span>}
    </button>
  )
}
