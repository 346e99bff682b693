import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KNOWN_EQUIPMENT } from '#shared/document/schedule'
import { IconButton } from '~/features/editor/parts/IconButton'

type Known = (typeof KNOWN_EQUIPMENT)[number]
const isKnown = (name: string): name is Known => (KNOWN_EQUIPMENT as readonly string[]).includes(name)

/** Known things by their word, others as they were written. */
export function useEquipmentName(): (name: string) => string {
  const { t } = useTranslation('talks')
  return (name) => (isKnown(name) ? t(`equipment.${name}`) : name)
}

interface EquipmentFieldProps {
  legend: string
  value: readonly string[]
  disabled?: boolean
  onChange: (value: string[]) => boolean
}

/** What a stage has or a talk needs: the known things to tick, others by name. */
export function EquipmentField({ legend, value, disabled = false, onChange }: EquipmentFieldProps) {
  const { t } = useTranslation('talks')
  const nameOf = useEquipmentName()
  const [other, setOther] = useState('')
  const without = (name: string) => value.filter((one) => one !== name)
  const add = () => {
    const name = other.trim()
    if (name !== '' && onChange([...without(name), name])) setOther('')
  }
  return (
    <fieldset className="equipment" disabled={disabled}>
      <legend>{legend}</legend>
      <div className="equipment__known">
        {KNOWN_EQUIPMENT.map((name) => (
          <label key={name} className="small-check">
            <input
              type="checkbox"
              checked={value.includes(name)}
              onChange={(event) => onChange(event.target.checked ? [...value, name] : without(name))}
            />
            <span>{nameOf(name)}</span>
          </label>
        ))}
      </div>
      <ul className="chips">
        {value
          .filter((name) => !isKnown(name))
          .map((name) => (
            <li key={name} className="chip">
              <span>{name}</span>
              <IconButton
                icon="close"
                side="left"
                label={t('equipmentRemove', { name })}
                onClick={() => onChange(without(name))}
              />
            </li>
          ))}
      </ul>
      <div className="equipment__other">
        <input
          className="small-input"
          aria-label={t('equipmentOther')}
          placeholder={t('equipmentOther')}
          maxLength={60}
          autoComplete="off"
          value={other}
          onChange={(event) => setOther(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <button type="button" className="text-button" disabled={other.trim() === ''} onClick={add}>
          {t('equipmentAdd')}
        </button>
      </div>
    </fieldset>
  )
}
