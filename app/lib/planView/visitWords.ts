import type { BoothStatus } from '#shared/claims/status'

/** Sentences that the server hands to the plan page's small script in the reader's language; `{gaps}` are filled there. */
export interface VisitWords {
  status: Record<BoothStatus, string>
  nobody: Record<BoothStatus, string>
  foundOf: string
  foundAll: { one: string; other: string }
  inHall: string
  nothing: string
  nothingFilter: string
  copied: string
  copy: string
  copyFailed: string
  wheelHint: string
  touchHint: string
  newPlan: string
  reload: string
  offline: string
}

/** `{name}` in a sentence replaced by its value. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap))
