import { useTranslation } from 'react-i18next'
import type { HallId } from '#shared/kernel/ids'
import type { PersonHere } from '~/realtime/people'
import { cursorColour } from '../parts/cursorStyle'
import { usePersonsHere, useSession } from '../useSession'

const MAX_SHOWN = 5

const initials = (name: string) => {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters
    .map((word) => [...(word ?? name)][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}

/** Floor around a person's cursor that one sees after going there, mm. */
const AROUND_MM = 8000

/** Who is here: a click goes to where that person is looking. */
export function PeopleHere() {
  const { t } = useTranslation('editor')
  const { editor, store } = useSession()
  const persons = usePersonsHere()
  const rest = persons.slice(MAX_SHOWN)

  const goTo = ({ window }: PersonHere) => {
    const hallId = window?.presence?.hallId
    const cursor = window?.presence?.cursor
    if (hallId && store.get('halls', hallId)) editor.setHall(hallId as HallId)
    if (!cursor) return
    const [x, y] = cursor
    editor.fit({ minX: x - AROUND_MM, minY: y - AROUND_MM, maxX: x + AROUND_MM, maxY: y + AROUND_MM })
  }

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
              onClick={() => goTo(person)}
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
