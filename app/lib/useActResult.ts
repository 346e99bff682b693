import { useLocation, useNavigation, useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'

/**
 * What the page's action answered, until the next act or another address. An action that failed loads nothing anew by itself, so
 * that is done here: what stood on the page was too old. (That reload would take the answer of `useActionData` with it.)
 */
export function useActResult<T extends { ok: boolean }>(answer: T | undefined): T | undefined {
  const { revalidate } = useRevalidator()
  const { state } = useNavigation()
  const { pathname, search } = useLocation()
  const address = `${pathname}${search}`
  const [kept, setKept] = useState<{ answer: T; address: string } | null>(answer ? { answer, address } : null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is that of the moment when the answer came
  useEffect(() => {
    if (!answer) return
    setKept({ answer, address })
    if (!answer.ok) revalidate()
  }, [answer, revalidate])

  useEffect(() => {
    if (state === 'submitting') setKept(null)
  }, [state])

  return kept && kept.address === address ? kept.answer : undefined
}
