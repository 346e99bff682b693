import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorSentence, fieldSentence } from '#shared/i18n/sentence'
import { ERROR_STATUS, type ErrorCode, type FieldProblem } from '#shared/kernel/errors'
import { newId, type PersonId, platformRandomBytes } from '#shared/kernel/ids'

interface NewPersonFormProps {
  name: string
  /** Takes the person and answers in JSON: app/routes/...people.quick.ts. */
  address: string
  onDone: (id: PersonId) => Promise<void>
  onCancel: () => void
}

type Answer = { ok: true; id: PersonId } | { ok: false; code: ErrorCode; fields: FieldProblem[] }

/** Null: the server could not be reached, or said nothing that we know. */
async function send(address: string, form: FormData): Promise<Answer | null> {
  const answer = await fetch(address, { method: 'POST', body: form, credentials: 'same-origin' }).catch(() => null)
  const json = await answer?.json().catch(() => null)
  const known = json?.ok === true || (json?.ok === false && String(json.code) in ERROR_STATUS)
  return known ? (json as Answer) : null
}

/** A person who is not in the list yet. Sent twice, for want of an answer, it is one person. */
export function NewPersonForm({ name: startName, address, onDone, onCancel }: NewPersonFormProps) {
  const { t } = useTranslation(['talks', 'common', 'errors'])
  const field = useRef<HTMLInputElement>(null)
  const errorId = useId()
  const [id] = useState(() => newId<PersonId>(platformRandomBytes))
  const [name, setName] = useState(startName)
  const [email, setEmail] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => field.current?.focus(), [])

  const save = async () => {
    if (busy || name.trim() === '') return
    setBusy(true)
    const form = new FormData()
    for (const [key, value] of Object.entries({ id, name, email })) form.set(key, value)
    const answer = await send(address, form)
    if (answer?.ok) return await onDone(answer.id)
    setBusy(false)
    const [remark] = answer?.fields ?? []
    if (!answer) setProblem(t('talks:speakers.offline'))
    else setProblem(remark ? fieldSentence(t, remark) : errorSentence(t, { code: answer.code, params: {} }))
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      onCancel()
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      void save()
    }
  }
  return (
    <fieldset className="new-person" onKeyDown={onKeyDown}>
      <legend>{t('talks:speakers.newTitle')}</legend>
      <label className="small-field">
        <span>{t('talks:speakers.newName')}</span>
        <input
          ref={field}
          className="small-input"
          value={name}
          maxLength={100}
          autoComplete="off"
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? undefined : errorId}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className="small-field">
        <span>{t('talks:speakers.newEmail')}</span>
        <input
          className="small-input"
          type="email"
          value={email}
          maxLength={254}
          autoComplete="off"
          onChange={(event) => setEmail(event.target.value)}
        />
      </label>
      {problem !== null && (
        <p className="field__error" id={errorId} role="alert">
          {problem}
        </p>
      )}
      <div className="waive-form__actions">
        <button type="button" className="button button--small" disabled={busy || name.trim() === ''} onClick={save}>
          {t('talks:speakers.newSave')}
        </button>
        <button type="button" className="text-button" onClick={onCancel}>
          {t('common:cancel')}
        </button>
      </div>
    </fieldset>
  )
}
