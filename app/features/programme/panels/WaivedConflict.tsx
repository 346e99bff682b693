import { useTranslation } from 'react-i18next'
import type { Conflict } from '#shared/programme/conflicts/types'
import { waiverOf } from '#shared/programme/conflicts/waivers'
import { unwaiveConflict } from '#shared/programme/ops/waiveConflict'
import { Icon } from '~/features/editor/parts/Icon'
import { usePersonsHere, usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { useFacts, useProgramme, useReadOnly } from '../useProgramme'
import { useConflictSentence } from './useConflictSentence'

/** A conflict that somebody has accepted: who, when, why, and the way back. */
export function WaivedConflict({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation('talks')
  const format = useFormat()
  const plan = usePlan()
  const { apply, timetable, store } = useProgramme()
  const disabled = useReadOnly()
  const { timeZone } = useFacts()
  const sentence = useConflictSentence()(conflict)
  const waiver = waiverOf(plan, conflict)
  const nameOf = useTeamName()
  const [first] = conflict.slots
  return (
    <li className="conflict">
      <button
        type="button"
        className="problem problem--waived"
        onClick={() => first !== undefined && timetable.reveal(first)}
      >
        <Icon name="check" />
        <span>
          {sentence}
          {waiver && (
            <small className="conflict__by">
              {t('conflicts.by', {
                name: nameOf(waiver.accountId),
                moment: format.moment(new Date(waiver.at), timeZone),
                reason: waiver.reason,
              })}
            </small>
          )}
        </span>
      </button>
      {!disabled && (
        <button
          type="button"
          className="text-button conflict__waive"
          aria-label={t('conflicts.takeBackOne', { sentence })}
          onClick={() => apply(unwaiveConflict(store.plan, conflict))}
        >
          {t('conflicts.takeBack')}
        </button>
      )}
    </li>
  )
}

/** Organisers by name; who has left the team since is not named any more. */
function useTeamName(): (accountId: string | null) => string {
  const { t } = useTranslation('talks')
  const { team } = useFacts()
  const here = usePersonsHere()
  return (accountId) =>
    team.find(({ id }) => id === accountId)?.name ??
    here.find((person) => person.accountId === accountId)?.name ??
    t('conflicts.someone')
}
