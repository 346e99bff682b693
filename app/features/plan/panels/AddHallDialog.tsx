import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseMetres } from '#shared/fairs/metres'
import { type HallId, newId, platformRandomBytes } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { isStorable, isVisible } from '#shared/kernel/text'
import { addHall } from '#shared/plan/ops/addHall'
import { Dialog } from '~/features/editor/parts/Dialog'
import { usePlan } from '~/features/editor/useLive'
import { useEdits } from '../useEdits'
import { useSession } from '../useSession'

const MIN_MM = 1000
const MAX_MM = 1_000_000

/** A new hall by its name, width and depth. */
export function AddHallDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['editor', 'common'])
  const { editor } = useSession()
  const { halls } = usePlan()
  const { apply } = useEdits()
  const [name, setName] = useState('')
  const [width, setWidth] = useState('')
  const [depth, setDepth] = useState('')
  const [wrong, setWrong] = useState<'name' | 'size' | null>(null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [widthMm, depthMm] = [parseMetres(width), parseMetres(depth)]
    const fits = (mm: number | null): mm is number => mm !== null && mm >= MIN_MM && mm <= MAX_MM
    if (!isVisible(name) || !isStorable(name)) return setWrong('name')
    if (!fits(widthMm) || !fits(depthMm)) return setWrong('size')
    const id = newId<HallId>(platformRandomBytes)
    const text: LocalText = { nl: name.trim() }
    apply(addHall({ id, name: text, outline: { widthMm, depthMm } }))
    editor.setHall(id)
    onClose()
  }

  return (
    <Dialog title={t('editor:halls.addTitle')} onClose={onClose}>
      <form className="dialog__form" onSubmit={submit} noValidate>
        <label className="small-field">
          <span>{t('editor:halls.name')}</span>
          <input
            className="small-input"
            value={name}
            maxLength={200}
            placeholder={t('editor:halls.nameExample', { number: halls.size + 1 })}
            aria-invalid={wrong === 'name' || undefined}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <div className="field-grid">
          {(
            [
              ['width', width, setWidth],
              ['depth', depth, setDepth],
            ] as const
          ).map(([what, value, set]) => (
            <label key={what} className="small-field">
              <span>{t(`editor:halls.${what}`)}</span>
              <input
                className="small-input small-input--number"
                value={value}
                inputMode="decimal"
                aria-invalid={wrong === 'size' || undefined}
                onChange={(event) => set(event.target.value)}
              />
            </label>
          ))}
        </div>
        {wrong && (
          <p className="field__error" role="alert">
            {t(`editor:halls.wrong.${wrong}`)}
          </p>
        )}
        <div className="dialog__actions">
          <button type="button" className="button" onClick={onClose}>
            {t('common:cancel')}
          </button>
          <button type="submit" className="button button--primary">
            {t('editor:halls.add')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
