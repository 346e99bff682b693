import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SectorId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { LANGUAGES } from '#shared/kernel/language'
import { isStorable, isVisible } from '#shared/kernel/text'
import { addSector } from '#shared/plan/ops/addSector'
import { editSector } from '#shared/plan/ops/editSector'
import { removeSector } from '#shared/plan/ops/removeSector'
import { SECTOR_TINTS } from '#shared/plan/sectorTints'
import { tintStyle } from '~/components/SectorChip'
import { Dialog } from '~/features/editor/parts/Dialog'
import { useEdits } from '../useEdits'
import { useSession } from '../useSession'

const TINTS = SECTOR_TINTS.map((_, tint) => tint)

/** A sector to make or to change: names, letters, colour. An id that no sector has makes a new one. */
export function SectorDialog({ id, onClose }: { id: SectorId; onClose: () => void }) {
  const { t } = useTranslation(['editor', 'common'])
  const { store } = useSession()
  const { apply, run } = useEdits()
  const sector = store.get('sectors', id)
  const [names, setNames] = useState<Partial<LocalText>>(sector?.name ?? {})
  const [code, setCode] = useState(sector?.code ?? '')
  const [tint, setTint] = useState<number | null>(sector?.tint ?? null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const given = LANGUAGES.flatMap((language) => {
      const text = names[language]?.trim()
      return text ? [[language, text]] : []
    })
    const name = Object.fromEntries(given) as unknown as LocalText
    if (!name.nl || !isVisible(name.nl) || !given.every(([, text]) => isStorable(text ?? ''))) return
    const letters = code.trim()
    if (sector) {
      if (!run(editSector(store.plan, { id, name, code: letters || sector.code, tint: tint ?? sector.tint }))) return
    } else {
      apply(
        addSector(store.plan, { id, name, ...(letters ? { code: letters } : {}), ...(tint === null ? {} : { tint }) }),
      )
    }
    onClose()
  }

  return (
    <Dialog title={sector ? t('editor:sectors.editTitle') : t('editor:sectors.add')} onClose={onClose}>
      <form className="dialog__form" onSubmit={submit}>
        {LANGUAGES.map((language) => (
          <label key={language} className="small-field">
            <span>{t(`editor:names.${language}`)}</span>
            <input
              className="small-input"
              value={names[language] ?? ''}
              required={language === 'nl'}
              maxLength={200}
              onChange={(event) => setNames({ ...names, [language]: event.target.value })}
            />
          </label>
        ))}
        <label className="small-field small-field--short">
          <span>{t('editor:sectors.code')}</span>
          <input
            className="small-input"
            value={code}
            maxLength={4}
            placeholder={sector ? undefined : t('editor:sectors.codeAuto')}
            onChange={(event) => setCode(event.target.value)}
          />
        </label>
        <fieldset className="tint-grid">
          <legend>{t('editor:sectors.colour')}</legend>
          {TINTS.map((value) => (
            <label key={value} className="tint" style={tintStyle(value)}>
              <input
                type="radio"
                name="tint"
                className="visually-hidden"
                checked={tint === value}
                aria-label={t('editor:sectors.colourNumber', { number: value + 1 })}
                onChange={() => setTint(value)}
              />
              <span className="tint__swatch">{code.trim().slice(0, 2) || 'Aa'}</span>
            </label>
          ))}
        </fieldset>
        <div className="dialog__actions">
          {sector && (
            <button
              type="button"
              className="button button--danger dialog__aside"
              onClick={() => {
                apply(removeSector(store.plan, id))
                onClose()
              }}
            >
              {t('editor:sectors.remove')}
            </button>
          )}
          <button type="button" className="button" onClick={onClose}>
            {t('common:cancel')}
          </button>
          <button type="submit" className="button button--primary">
            {t('common:save')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
