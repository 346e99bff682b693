import { useEffect, useState } from 'react'
import { useConnection, useLive, useValue } from '../useLive'
import { ReturnedDialog } from './ReturnedDialog'

const LOOK_AGAIN_MS = 250
/** Who pressed no key for so long is not in the middle of a word. */
const PAUSE_MS = 1500

/** Nobody is interrupted in the middle of a gesture or of a word; once it was quiet it stays true until `wanted` ends. */
function useQuiet(wanted: boolean): boolean {
  const [quiet, setQuiet] = useState(false)
  useEffect(() => {
    if (!wanted) {
      setQuiet(false)
      return
    }
    let pressed = false
    let typedAt = Number.NEGATIVE_INFINITY
    const key = () => {
      typedAt = performance.now()
    }
    const down = () => {
      pressed = true
    }
    const up = () => {
      pressed = false
    }
    const look = () => {
      if (!pressed && performance.now() - typedAt > PAUSE_MS) setQuiet(true)
    }
    const timer = setInterval(look, LOOK_AGAIN_MS)
    window.addEventListener('keydown', key, true)
    window.addEventListener('pointerdown', down, true)
    window.addEventListener('pointerup', up, true)
    window.addEventListener('pointercancel', up, true)
    return () => {
      clearInterval(timer)
      window.removeEventListener('keydown', key, true)
      window.removeEventListener('pointerdown', down, true)
      window.removeEventListener('pointerup', up, true)
      window.removeEventListener('pointercancel', up, true)
    }
  }, [wanted])
  return wanted && quiet
}

/** Opens by itself when there is something to decide, unless it was put off or nothing can be changed any more. */
export function ReturnedChanges() {
  const { returned } = useLive()
  const { disputes, later } = useValue(returned)
  const { kind } = useConnection()
  const isOpen = useQuiet(disputes.length > 0 && !later && kind !== 'refused')
  return isOpen ? <ReturnedDialog /> : null
}
