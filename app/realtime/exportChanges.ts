import type { PlanJson } from '#shared/exchange/planJson'

/** What one takes along when the server does not take a change: the plan to look at or import, the update to merge. */
export interface ChangesFile {
  format: 'beursvloer-changes'
  version: 1
  fairId: string
  exportedAt: string
  /** Gestures that the server has not confirmed. */
  changes: number
  plan: PlanJson
  /** Yjs update (base64) with what the server lacks. */
  update: string
}

const CHUNK = 0x8000

export function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(binary)
}

export function downloadJson(fileName: string, content: unknown): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
