import type { TFunction } from 'i18next'

type Things = Partial<Record<'talks' | 'stages' | 'people' | 'halls', number>>

/** `12 talks`, `1 stage`: those of which there are any. */
export const countedThings = (t: TFunction<'imports'>, things: Things): string[] =>
  (['talks', 'stages', 'people', 'halls'] as const).flatMap((what) => {
    const count = things[what] ?? 0
    return count > 0 ? [t(`history.${what}`, { count })] : []
  })
