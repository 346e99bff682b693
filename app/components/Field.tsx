import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldSentence } from '#shared/i18n/sentence'
import type { FieldProblem } from '#shared/kernel/errors'

interface Described {
  label: string
  hint?: ReactNode
  /** Remarks of the last try; those for `name` are shown and read out. */
  problems?: readonly FieldProblem[]
  /** Said beside the label. */
  optional?: boolean
}

interface Control {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

/** Label, control, hint and remark, tied together for screen readers. */
export function Labelled({
  label,
  hint,
  problems = [],
  optional,
  name,
  children,
}: Described & { name: string; children: (control: Control) => ReactNode }) {
  const { t } = useTranslation(['errors', 'common'])
  const id = useId()
  const mine = problems.filter((problem) => problem.path === name)
  const described = [hint ? `${id}-hint` : '', mine.length > 0 ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label} {optional && <span className="field__optional">({t('common:optional')})</span>}
      </label>
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(mine.length > 0 ? { 'aria-invalid': true as const } : {}),
      })}
      {mine.length > 0 && (
        <p className="field__error" id={`${id}-error`}>
          {mine.map((problem) => fieldSentence(t, problem)).join(' ')}
        </p>
      )}
    </div>
  )
}

type InputProps = Described & Omit<InputHTMLAttributes<HTMLInputElement>, 'name'> & { name: string }

export function Field({ label, hint, problems, optional, name, className = '', ...input }: InputProps) {
  return (
    <Labelled {...{ label, hint, problems, optional, name }}>
      {(control) => <input {...control} name={name} className={`input ${className}`} {...input} />}
    </Labelled>
  )
}

type TextAreaProps = Described & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name'> & { name: string }

export function TextArea({ label, hint, problems, optional, name, ...area }: TextAreaProps) {
  return (
    <Labelled {...{ label, hint, problems, optional, name }}>
      {(control) => <textarea {...control} name={name} className="input" {...area} />}
    </Labelled>
  )
}

type SelectProps = Described & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name'> & { name: string }

export function Select({ label, hint, problems, optional, name, children, ...select }: SelectProps) {
  return (
    <Labelled {...{ label, hint, problems, optional, name }}>
      {(control) => (
        <select {...control} name={name} className="input" {...select}>
          {children}
        </select>
      )}
    </Labelled>
  )
}

export function Check({ label, ...input }: InputHTMLAttributes<HTMLInputElement> & { label: ReactNode }) {
  return (
    <label className="check">
      <input type="checkbox" {...input} />
      <span>{label}</span>
    </label>
  )
}
