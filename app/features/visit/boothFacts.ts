import { useTranslation } from 'react-i18next'
import { useFormat } from '~/lib/format'
import type { PlanRow } from './planPage'

export type SizedBooth = Pick<PlanRow, 'widthMm' | 'depthMm' | 'areaM2' | 'kind' | 'openSides'>

/** A booth's measures and kind in one line: `3 × 3 m, 9 m² · Corner, 2 open sides`. */
export function useBoothFacts(): (booth: SizedBooth) => string {
  const { size, kind } = useBoothWords()
  return (booth) => `${size(booth)} · ${kind(booth)}`
}

export function useBoothWords() {
  const { t } = useTranslation(['visit', 'claims'])
  const format = useFormat()
  return {
    size: ({ widthMm, depthMm, areaM2 }: SizedBooth) =>
      t('booth.sizeValue', { size: format.size(widthMm, depthMm), area: format.number(areaM2) }),
    kind: ({ kind, openSides }: SizedBooth) =>
      t('booth.kindValue', {
        kind: t(`claims:kinds.${kind}`),
        sides: t('claims:openSides', { count: openSides }),
      }),
  }
}
