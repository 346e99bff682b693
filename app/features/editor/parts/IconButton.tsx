import type { ButtonHTMLAttributes } from 'react'
import { Icon, type IconName } from './Icon'

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> {
  icon: IconName
  label: string
  /** As people read it, for the tooltip: `Ctrl Z`. */
  shortcut?: string | undefined
  /** For buttons that stay down. */
  pressed?: boolean | undefined
  /** Where the tooltip opens. */
  side?: 'right' | 'below' | 'above' | 'left'
}

/** A button with an icon; its name and shortcut come up on hover and on focus. */
export function IconButton({
  icon,
  label,
  shortcut,
  pressed,
  side = 'below',
  className = '',
  ...button
}: IconButtonProps) {
  return (
    <button
      type="button"
      className={`tool-button ${className}`}
      aria-label={label}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      data-tip={shortcut ? `${label}  ${shortcut}` : label}
      data-tip-side={side}
      {...button}
    >
      <Icon name={icon} />
    </button>
  )
}
