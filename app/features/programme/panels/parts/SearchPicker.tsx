import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { matchesSearch } from '#shared/exhibitors/search'

export interface PickerOption {
  id: string
  label: string
  /** A second line, found as well. */
  hint?: string
}

interface SearchPickerProps {
  label: string
  options: readonly PickerOption[]
  onPick: (id: string) => void
  /** Offers what was typed as something new. */
  create?: { label: (typed: string) => string; onCreate: (typed: string) => void }
  disabled?: boolean
}

/** More at once are no help: another letter is. */
const MAX_SHOWN = 8
const CREATE = ''

/** Type a few letters, choose with arrows and Enter or by a click; after that the field is empty for the next. */
export function SearchPicker({ label, options, onPick, create, disabled = false }: SearchPickerProps) {
  const { t } = useTranslation('talks')
  const id = useId()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)

  const words = typed.trim()
  const found = open
    ? options.filter((option) => matchesSearch([option.label, option.hint ?? ''], words)).slice(0, MAX_SHOWN)
    : []
  const choices: PickerOption[] =
    create && open && words !== '' ? [...found, { id: CREATE, label: create.label(words) }] : found
  const chosen = choices[Math.min(active, choices.length - 1)]
  const list = useRef<HTMLUListElement>(null)
  // In a column that scrolls the field may be at its end.
  useEffect(() => {
    if (choices.length > 0) list.current?.scrollIntoView({ block: 'nearest' })
  }, [choices.length])

  const close = () => {
    setOpen(false)
    setTyped('')
    setActive(0)
  }
  const pick = (choice: PickerOption | undefined) => {
    if (!choice) return
    close()
    if (choice.id === CREATE) create?.onCreate(words)
    else onPick(choice.id)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (!open) setOpen(true)
      else if (choices.length > 0)
        setActive((Math.min(active, choices.length - 1) + step + choices.length) % choices.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (open) pick(chosen)
    } else if (event.key === 'Escape' && (open || typed !== '')) {
      event.stopPropagation()
      close()
    }
  }
  const optionId = (choice: PickerOption) => `${id}-${choice.id || 'new'}`

  return (
    <div className="search-picker">
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <input
        id={id}
        className="small-input"
        role="combobox"
        aria-expanded={open && choices.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && chosen ? optionId(chosen) : undefined}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        disabled={disabled}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <ul
        ref={list}
        id={`${id}-list`}
        className="search-picker__list"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: HTML has no list that filters as one types
        role="listbox"
        aria-label={label}
        hidden={choices.length === 0}
      >
        {choices.map((choice) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard and hands it on
          <li
            key={choice.id}
            id={optionId(choice)}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an option of the list above
            role="option"
            tabIndex={-1}
            aria-selected={choice === chosen}
            className={choice.id === CREATE ? 'search-picker__new' : undefined}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(choice)}
          >
            {choice.label}
            {choice.hint && <small>{choice.hint}</small>}
          </li>
        ))}
      </ul>
      <span className="visually-hidden" role="status">
        {open && words !== '' && (found.length > 0 ? t('picker.found', { count: found.length }) : t('picker.nothing'))}
      </span>
    </div>
  )
}
