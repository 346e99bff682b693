import { memo, useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conflict } from '#shared/programme/conflicts/types'
import { Icon } from '~/features/editor/parts/Icon'
import { Panel } from '~/features/editor/parts/Panel'
import { usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { useConflicts, useProgramme, useReadOnly, useWaivedConflicts } from '../useProgramme'
import { useConflictSentence } from './useConflictSentence'
import { WaivedConflict } from './WaivedConflict'
import { WaiveForm } from './WaiveForm'

/** More at once help nobody; the next come up as these are mended. */
const MAX_SHOWN = 100

/** What is wrong with the programme now, errors first; each line leads to its place in the grid. */
export function ConflictPanel() {
  const { t } = useTranslation('talks')
  const { number } = useFormat()
  // A drag changes them with every step: the list follows when there is time.
  const open = useDeferredValue(useConflicts())
  const waived = useWaivedConflicts()
  const errors = open.filter(({ severity }) => severity === 'error').length
  const aside = (
    <span className={`panel__count${errors > 0 ? ' panel__count--bad' : open.length > 0 ? ' panel__count--warn' : ''}`}>
      {number(open.length)}
    </span>
  )
  return (
    <Panel name="conflicts" title={t('conflicts.title')} aside={aside}>
      <p className="visually-hidden" role="status">
        {t('conflicts.errors', { count: errors })}, {t('conflicts.warnings', { count: open.length - errors })}
      </p>
      {open.length === 0 && (
        <p className="panel__empty panel__empty--good">
          <Icon name="check" /> {t('conflicts.none')}
        </p>
      )}
      <OpenConflicts conflicts={open} />
      {open.length > MAX_SHOWN && (
        <p className="panel__hint">{t('conflicts.more', { count: open.length - MAX_SHOWN })}</p>
      )}
      {waived.length > 0 && (
        <details className="waived">
          <summary>{t('conflicts.waived', { count: waived.length })}</summary>
          <ul className="problem-list conflict-list">
            {waived.slice(0, MAX_SHOWN).map((conflict) => (
              <WaivedConflict key={conflict.key} conflict={conflict} />
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

const OpenConflicts = memo(function OpenConflicts({ conflicts }: { conflicts: readonly Conflict[] }) {
  // The names in the sentences are those of now.
  usePlan()
  return (
    <ul className="problem-list conflict-list">
      {conflicts.slice(0, MAX_SHOWN).map((conflict) => (
        <OpenConflict key={conflict.key} conflict={conflict} />
      ))}
    </ul>
  )
})

function OpenConflict({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation(['conflicts', 'talks'])
  const { timetable } = useProgramme()
  const disabled = useReadOnly()
  const sentence = useConflictSentence()(conflict)
  const [first] = conflict.slots
  return (
    <li className="conflict">
      <button
        type="button"
        className={`problem problem--${conflict.severity}`}
        onClick={() => first !== undefined && timetable.reveal(first)}
      >
        <Icon name="problem" />
        <span>
          <span className="visually-hidden">{t(`conflicts:severities.${conflict.severity}`)}: </span>
          {sentence}
        </span>
      </button>
      {!disabled && <WaiveForm conflict={conflict} sentence={sentence} />}
    </li>
  )
}
