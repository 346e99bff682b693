import type { BoothStatus } from '#shared/claims/status'
import type { Place, Point } from '#shared/geometry/types'
import type { Language } from '#shared/kernel/language'
import type { Editor, ItemKey, PlanStore } from '../editor/types'
import type { PlanTheme } from './theme'

/** Another person in the same hall, as awareness and the server tell of them. */
export interface RemotePerson {
  /** Awareness client id: one person may be here in two windows. */
  id: number
  name: string
  /** Place in `PlanTheme.cursors`. */
  colour: number
  cursor: Point | null
  selection: readonly ItemKey[]
  /** As given to `EditorOptions.onGhost` by their editor. */
  ghost: Readonly<Record<ItemKey, Place>> | null
}

/** What lies over the plan and is not in it. The shell implements it; the renderer reads it once a frame at most. */
export interface Overlays {
  /** Only those who look at the hall that is shown. */
  people(): readonly RemotePerson[]
  statusOf(boothId: string): BoothStatus
  /** The worst that the checks say of a thing; null when all is well. */
  problemOf(key: ItemKey): 'error' | 'warning' | null
  /**
   * Calls back when something changed: 'people' redraws the upper layer only; for the others the keys that changed
   * (`undefined`: perhaps all).
   */
  subscribe(listener: (what: 'people' | 'status' | 'problems', keys?: readonly ItemKey[]) => void): () => void
}

export interface RendererOptions {
  container: HTMLDivElement
  editor: Editor
  store: PlanStore
  overlays: Overlays
  theme: PlanTheme
  /** Of the names of stages and meeting points. */
  language: Language
}

export interface Renderer {
  /** CSS pixels of the container; also tells the editor (`setSize`). */
  resize(width: number, height: number): void
  setTheme(theme: PlanTheme): void
  destroy(): void
}
