import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { PROGRAMME_REFUSALS } from '#shared/programme/ops/edit'
import { IconButton } from '~/features/editor/parts/IconButton'
import { useValue } from '~/features/editor/useLive'
import type { ProgrammeNoticeCode } from '../session/programmeSession'
import { useProgramme } from '../useProgramme'

const SHOWN_MS = 9000

const keyOf = (code: ProgrammeNoticeCode): string => {
  if (code === 'removed') return 'timetable:messages.removed'
  return (PROGRAMME_REFUSALS as readonly string[]).includes(code)
    ? `conflicts:refusals.${code}`
    : `editor:messages.${code}`
}

/** Sentences that come and go; what was removed can be had back at once. */
export function Toasts() {
  const { t } = useTranslation(['timetable', 'conflicts', 'editor'])
  const { notices, timetable } = useProgramme()
  const shown = useValue(notices)
  const newest = shown.at(-1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts anew with each new sentence only
  useEffect(() => {
    if (!newest) return
    const timer = setTimeout(() => {
      for (const { id } of shown) notices.dismiss(id)
    }, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [newest?.id])

  return (
    <div className="toasts" role="status">
      {shown.map(({ id, code, params }) => (
        <div className="toast" key={id}>
          <span>{(t as (key: string, params: object) => string)(keyOf(code), params)}</span>
          {code === 'removed' && (
            <button
              type="button"
              className="toast__action"
              onClick={() => {
                timetable.perform('undo')
                notices.dismiss(id)
              }}
            >
              {t('timetable:commands.undo')}
            </button>
          )}
          <IconButton icon="close" label={t('editor:dismiss')} side="left" onClick={() => notices.dismiss(id)} />
        </div>
      ))}
    </div>
  )
}
