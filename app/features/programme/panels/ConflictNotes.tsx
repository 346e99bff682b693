import { useSyncExternalStore } from 'react'
import type { SlotRef } from '#shared/programme/slots'
import { Icon } from '~/features/editor/parts/Icon'
import { useProgramme } from '../useProgramme'
import { useConflictSentence } from './useConflictSentence'

/** What the rules say of some slots, in their inspector. */
export function ConflictNotes({ refs }: { refs: readonly SlotRef[] }) {
  const { conflicts } = useProgramme()
  const sentence = useConflictSentence()
  const all = useSyncExternalStore(conflicts.subscribe, () => conflicts.conflicts)
  const mine = all.filter(({ slots }) => slots.some((ref) => refs.includes(ref)))
  if (mine.length === 0) return null
  return (
    <ul className="problem-notes">
      {mine.map((conflict) => (
        <li key={conflict.key} className={`problem-note problem-note--${conflict.severity}`}>
          <Icon name="problem" />
          <span>{sentence(conflict)}</span>
        </li>
      ))}
    </ul>
  )
}
