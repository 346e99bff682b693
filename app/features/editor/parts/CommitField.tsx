import { type InputHTMLAttributes, type ReactNode, useId, useRef, useState } from 'react'

export interface CommitFieldProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'id'> {
  label: string
  /** What stands there while nobody types. */
  text: string
  /** Told once, when one leaves the field or presses Enter; false says that the text does not do. */
  onCommit: (text: string) => boolean
  /** Arrow keys, for numbers: -1 or 1, ten times as much with Shift. */
  onStep?: (steps: number) => void
  unit?: ReactNode
  /** For table cells, where the column's head is the label. */
  bare?: boolean
}

/** A text field that changes the plan once, when one is done; Escape takes the text back. */
export function CommitField({
  label,
  text,
  onCommit,
  onStep,
  unit,
  bare = false,
  className = '',
  ...input
}: CommitFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  /** Leaving the field after Escape must not commit what was just taken back. */
  const dropped = useRef(false)

  const commit = (): boolean => {
    if (draft === null || draft === text) {
      setDraft(null)
      setWrong(false)
      return true
    }
    const taken = onCommit(draft)
    setWrong(!taken)
    if (taken) setDraft(null)
    return taken
  }

  const field = (
    <input
      {...input}
      {...(bare ? { 'aria-label': label } : { id })}
      className={`small-input ${className}`}
      value={draft ?? text}
      aria-invalid={wrong || undefined}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setDraft(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => {
        if (!dropped.current) commit()
        dropped.current = false
        setDraft(null)
        setWrong(false)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault()
          if (commit()) event.currentTarget.select()
        } else if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation()
          dropped.current = true
          event.currentTarget.blur()
        } else if (onStep && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
          event.preventDefault()
          setDraft(null)
          onStep((event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1))
        }
      }}
    />
  )
  if (bare) return field
  return (
    <div className="small-field">
      <label htmlFor={id}>{label}</label>
      <span className="small-field__control">
        {field}
        {unit && (
          <span className="small-field__unit" aria-hidden="true">
            {unit}
          </span>
        )}
      </span>
    </div>
  )
}
