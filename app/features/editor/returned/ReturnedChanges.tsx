import { useEffect, useState } from 'react'
import { useLive, useValue } from '../useLive'
import { ReturnedDialog } from './ReturnedDialog'

const LOOK_AGAIN_MS = 250

const isTyping = () => document.activeElement?.matches('input, textarea, select') ?? false

/** Nobody is interrupted in the middle of a gesture or of a word; once it was quiet it stays true until `wanted` ends. */
function useQuiet(wanted: boolean): boolean {
  const [quiet, setQuiet] = useState(false)
  useEffect(() => {
    if (!wanted) {
      setQuiet(false)
      return
    }
    let pressed = false
    const down = () => {
      pressed = true
    }
    const up = () => {
      pressed = false
    }
    const look = () => {
      if (!pressed && !isTyping()) setQuiet(true)
    }
    const timer = setInterval(look, LOOK_AGAIN_MS)
    window.addEventListener('pointerdown', down, true)
    window.addEventListener('pointerup', up, true)
    window.addEventListener('pointercancel', up, true)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pointerdown', down, true)
      window.removeEventListener('pointerup', up, true)
      window.removeEventListener('pointercancel', up, true)
    }
  }, [wanted])
  return wanted && quiet
}

/** Opens by itself when there is something to decide, unless it was put off. */
export function ReturnedChanges() {
  const { returned } = useLive()
  const { disputes, later } = useValue(returned)
  const isOpen = useQuiet(disputes.length > 0 && !later)
  return isOpen ? <ReturnedDialog /> : null
}
