import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

interface PopoverProps {
  /** What stands on the button. */
  button: ReactNode
  label?: string
  className?: string
  align?: 'start' | 'end'
  children: (close: () => void) => ReactNode
}

/** A button that opens a small panel; Escape, a click elsewhere or leaving it by keyboard closes it. */
export function Popover({ button, label, className = '', align = 'start', children }: PopoverProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  const close = () => setOpen(false)

  useEffect(() => {
    if (!open) return
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', onPointerDown, true)
    return () => document.removeEventListener('pointerdown', onPointerDown, true)
  }, [open])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape from anywhere within steps back to the button
    <div
      className="popover"
      ref={root}
      onBlur={(event) => {
        if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) close()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        close()
        trigger.current?.focus()
      }}
    >
      <button
        type="button"
        ref={trigger}
        className={className}
        aria-label={label}
        data-tip={label}
        data-tip-side="below"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      <div id={id} className={`popover__panel popover__panel--${align}`} hidden={!open}>
        {open && children(close)}
      </div>
    </div>
  )
}
