import { useTranslation } from 'react-i18next'
import { CommitField, type CommitFieldProps } from '~/features/editor/parts/CommitField'
import { formatMetres, parseSignedMetres } from './measures'

interface MetresFieldProps extends Pick<CommitFieldProps, 'label' | 'bare' | 'disabled' | 'name'> {
  /** Whole millimetres; null where several differ. */
  value: number | null
  min?: number
  step?: number
  onChange: (mm: number) => void
}

/** A length, typed and shown in metres, kept in millimetres. */
export function MetresField({
  value,
  min = Number.NEGATIVE_INFINITY,
  step = 100,
  onChange,
  ...field
}: MetresFieldProps) {
  const { t, i18n } = useTranslation('editor')
  return (
    <CommitField
      {...field}
      className="small-input--number"
      inputMode="decimal"
      unit="m"
      text={value === null ? '' : formatMetres(value, i18n.language)}
      placeholder={value === null ? t('inspector.mixed') : undefined}
      onCommit={(text) => {
        const mm = parseSignedMetres(text)
        if (mm === null || mm < min) return false
        onChange(mm)
        return true
      }}
      onStep={(steps) => value !== null && onChange(Math.max(min, value + steps * step))}
    />
  )
}
