import type { KeepMessage } from '~/lib/editorCache'

/**
 * Has the service worker keep this page for offline reloads. False where there is none: in development, or on plain http
 * other than localhost.
 */
export async function keepEditorShell(accountId: string, page: string): Promise<boolean> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return false
  await navigator.serviceWorker.register('/sw.js')
  const { active } = await navigator.serviceWorker.ready
  const assets = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname)
  const message: KeepMessage = { type: 'keep', accountId, page, assets: [...new Set(assets)] }
  active?.postMessage(message)
  return true
}
