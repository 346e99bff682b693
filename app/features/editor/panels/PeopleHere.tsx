import { useTranslation } from 'react-i18next'
import type { PersonHere } from '~/realtime/people'
import { cursorColour } from '../parts/cursorStyle'
import { usePersonsHere } from '../useLive'

const MAX_SHOWN = 5

const initials = (name: string) => {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters
    .map((word) => [...(word ?? name)][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}

interface PeopleHereProps {
  /** Shows what that person is looking at. */
  onGo: (person: PersonHere) => void
}

/** Who is here: a click goes to where that person is looking. */
export function PeopleHere({ onGo }: PeopleHereProps) {
  const { t } = useTranslation('editor')
  const persons = usePersonsHere()
  const rest = persons.slice(MAX_SHOWN)

  if (persons.length === 0) return null
  return (
    <ul className="people" aria-label={t('people.title')}>
      {persons.slice(0, MAX_SHOWN).map((person) => {
        const label = person.isSelf ? t('people.you', { name: person.name }) : t('people.goTo', { name: person.name })
        return (
          <li key={person.accountId}>
            <button
              type="button"
              className="avatar"
              style={cursorColour(person.colour)}
              aria-label={label}
              data-tip={label}
              data-tip-side="below"
              disabled={person.isSelf || !person.window?.presence}
              onClick={() => onGo(person)}
            >
              <span aria-hidden="true">{initials(person.name)}</span>
            </button>
          </li>
        )
      })}
      {rest.length > 0 && (
        <li className="avatar avatar--more" title={rest.map(({ name }) => name).join(', ')}>
          <span className="visually-hidden">{rest.map(({ name }) => name).join(', ')}</span>
          <span aria-hidden="true">+{rest.length}</span>
        </li>
      )}
    </ul>
  )
}
