import { useId } from 'react'
import { useTranslation } from 'react-i18next'

interface ChoiceProps<T extends string> {
  label: string
  /** undefined where several differ. */
  value: T | undefined
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
  /** For table cells and toolbars, where the label is not seen. */
  bare?: boolean
  disabled?: boolean
  className?: string
}

const MIXED = '*'

/** A labelled list to choose from. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
  bare = false,
  disabled = false,
  className = '',
}: ChoiceProps<T>) {
  const { t } = useTranslation('talks')
  const id = useId()
  const select = (
    <select
      {...(bare ? { 'aria-label': label } : { id })}
      className={`small-input ${className}`}
      disabled={disabled}
      value={value ?? MIXED}
      onChange={(event) => onChange(event.target.value as T)}
    >
      {value === undefined && (
        <option value={MIXED} disabled>
          {t('mixed')}
        </option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
  if (bare) return select
  return (
    <div className="small-field">
      <label htmlFor={id}>{label}</label>
      {select}
    </div>
  )
}
