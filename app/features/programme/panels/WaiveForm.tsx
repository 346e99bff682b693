import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountId } from '#shared/kernel/ids'
import type { Conflict } from '#shared/programme/conflicts/types'
import { waiveConflict } from '#shared/programme/ops/waiveConflict'
import { useProgramme } from '../useProgramme'

const MAX_REASON = 500

/** Lets a conflict be, for a reason that others can read. */
export function WaiveForm({ conflict, sentence }: { conflict: Conflict; sentence: string }) {
  const { t } = useTranslation(['talks', 'common'])
  const { run, data } = useProgramme()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (open) field.current?.focus()
  }, [open])

  const close = () => {
    setOpen(false)
    setReason('')
    requestAnimationFrame(() => button.current?.focus())
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run(waiveConflict({ conflict, reason, accountId: data.accountId as AccountId, at: new Date() }))
  }
  if (!open)
    return (
      <button
        ref={button}
        type="button"
        className="text-button conflict__waive"
        aria-label={t('talks:conflicts.waiveOne', { sentence })}
        onClick={() => setOpen(true)}
      >
        {t('talks:conflicts.waive')}
      </button>
    )
  return (
    <form className="waive-form" onSubmit={submit}>
      <label className="small-field">
        <span>{t('talks:conflicts.reason')}</span>
        <input
          ref={field}
          className="small-input"
          value={reason}
          required
          maxLength={MAX_REASON}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            close()
          }}
        />
      </label>
      <div className="waive-form__actions">
        <button type="submit" className="button button--small" disabled={reason.trim() === ''}>
          {t('talks:conflicts.save')}
        </button>
        <button type="button" className="text-button" onClick={close}>
          {t('common:cancel')}
        </button>
      </div>
    </form>
  )
}
