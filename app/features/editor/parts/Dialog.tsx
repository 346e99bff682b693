import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './IconButton'

interface DialogProps {
  title: string
  /** Escape, or a click beside it. */
  onClose: () => void
  /** Something has to be decided: read out at once. */
  alert?: boolean
  className?: string
  /** With it a cross stands beside the title: for dialogs in which there is nothing to decide. */
  closeLabel?: string
  children: ReactNode
}

/** A modal dialog for as long as it is rendered. */
export function Dialog({ title, onClose, alert = false, className = '', closeLabel, children }: DialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-labelledby={id}
      {...(alert ? { role: 'alertdialog' } : {})}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className="dialog__head">
        <h2 id={id} className="dialog__title">
          {title}
        </h2>
        {closeLabel && <IconButton icon="close" side="left" label={closeLabel} onClick={onClose} />}
      </div>
      {children}
    </dialog>
  )
}
