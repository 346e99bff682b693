import type { VisitedFair } from '#server/services/visit/visitFair'
import type { LocalText } from '#shared/kernel/language'

/** What the frame around each of a fair's pages says. */
export interface FrameFair {
  slug: string
  name: LocalText
  archived: boolean
  /** There is a programme to show. */
  programme: boolean
}

export const frameOf = ({ slug, name, archived, programme }: VisitedFair): FrameFair => ({
  slug,
  name,
  archived,
  programme,
})
