import { type ReactNode, useEffect, useRef } from 'react'

export interface AnswerProps {
  /** What the last act answered; nothing is shown without. */
  to: object | null | undefined
  /** Stays in view while the page is scrolled, and does not scroll it: for long lists that are worked off. */
  sticky?: boolean
  children: ReactNode
}

/** What an act brought. It takes the focus, since the button that was pressed is often gone. */
export function Answer({ to, sticky = false, children }: AnswerProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (to) box.current?.focus({ preventScroll: sticky })
  }, [to, sticky])
  if (!to) return null
  return (
    <div className={sticky ? 'answer answer--sticky' : 'answer'} tabIndex={-1} ref={box}>
      {children}
    </div>
  )
}
