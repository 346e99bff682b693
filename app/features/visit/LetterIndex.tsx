import { useTranslation } from 'react-i18next'
import { groupAnchor } from './ExhibitorList'
import { OTHER_LETTER } from './exhibitorsPage'

const LATIN = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Jumps to a letter. Letters without anybody are shown but lead nowhere, so that the row stays where the eye knows it. */
export function LetterIndex({ letters }: { letters: readonly string[] }) {
  const { t } = useTranslation('visit')
  const others = letters.filter((letter) => !LATIN.includes(letter) && letter !== OTHER_LETTER)
  const shown = [...LATIN, ...others, ...(letters.includes(OTHER_LETTER) ? [OTHER_LETTER] : [])]
  return (
    <nav className="letter-index" aria-label={t('exhibitors.letters')}>
      <ul>
        {shown.map((letter) => (
          <li key={letter}>
            {letters.includes(letter) ? (
              <a href={`#${groupAnchor(letter)}`}>{letter}</a>
            ) : (
              <span aria-hidden="true">{letter}</span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
