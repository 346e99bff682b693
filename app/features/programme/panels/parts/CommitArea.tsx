import { type TextareaHTMLAttributes, useId, useRef, useState } from 'react'

interface CommitAreaProps
  extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'id'> {
  label: string
  /** What stands there while nobody types. */
  text: string
  /** Told once, when one leaves the field or presses Ctrl and Enter; false says that the text does not do. */
  onCommit: (text: string) => boolean
}

/** A field of several lines that changes the programme once, when one is done; Escape takes the text back. */
export function CommitArea({ label, text, onCommit, className = '', ...area }: CommitAreaProps) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  /** Leaving the field after Escape must not commit what was just taken back. */
  const dropped = useRef(false)

  const commit = (): boolean => {
    const taken = draft === null || draft === text || onCommit(draft)
    setWrong(!taken)
    if (taken) setDraft(null)
    return taken
  }
  return (
    <div className="small-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        {...area}
        id={id}
        className={`small-input small-input--area ${className}`}
        value={draft ?? text}
        aria-invalid={wrong || undefined}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => {
          // What does not do stays for another try: a long text is not to be written twice.
          if (!dropped.current) commit()
          else setDraft(null)
          dropped.current = false
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            commit()
          } else if (event.key === 'Escape' && draft !== null) {
            event.stopPropagation()
            dropped.current = true
            event.currentTarget.blur()
          }
        }}
      />
    </div>
  )
}
