import { useParams, useRouteLoaderData } from '@remix-run/react'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { ErrorPage } from '~/components/ErrorPage'
import type { loader as rootLoader } from '~/root'

const LostChanges = lazy(() => import('./LostChanges.client'))

/** True once this runs in a browser. */
function useMounted(): boolean {
  const [mounted, setMounted] = useState(false)
  useEffect(() => setMounted(true), [])
  return mounted
}

/** An editor, which lives in the browser only, and its outline until it is there. */
export function EditorPage({ skeleton, children }: { skeleton: ReactNode; children: ReactNode }) {
  return useMounted() ? <Suspense fallback={skeleton}>{children}</Suspense> : skeleton
}

/** Who may not come in any more can still take along what this device has and the server has not. */
export function EditorErrorPage() {
  const { fairId } = useParams()
  const accountId = useRouteLoaderData<typeof rootLoader>('root')?.person?.accountId
  const mounted = useMounted()
  return (
    <>
      <ErrorPage />
      {mounted && fairId && accountId && (
        <Suspense>
          <LostChanges accountId={accountId} fairId={fairId} />
        </Suspense>
      )}
    </>
  )
}
