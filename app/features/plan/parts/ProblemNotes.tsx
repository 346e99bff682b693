import { useSyncExternalStore } from 'react'
import type { ItemKey } from '#shared/plan/itemKey'
import { Icon } from '~/features/editor/parts/Icon'
import { useSession } from '../useSession'
import { useProblemSentence } from './problemSentence'

/** What the checks say of one thing, in its inspector. */
export function ProblemNotes({ itemKey }: { itemKey: ItemKey }) {
  const { problems } = useSession()
  const sentence = useProblemSentence()
  const all = useSyncExternalStore(problems.subscribe, () => problems.problems)
  const mine = all.filter(({ ids }) => ids.includes(itemKey))
  if (mine.length === 0) return null
  return (
    <ul className="problem-notes">
      {mine.map((problem) => (
        <li
          key={`${problem.rule} ${problem.ids.join(' ')}`}
          className={`problem-note problem-note--${problem.severity}`}
        >
          <Icon name="problem" />
          <span>{sentence(problem)}</span>
        </li>
      ))}
    </ul>
  )
}
