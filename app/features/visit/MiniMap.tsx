import { PlanSvg } from '~/components/PlanSvg'
import { viewAround } from '~/lib/planView/hallDrawing'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import type { MiniMapHall } from './miniMaps'
import { useVisitWords } from './useVisitWords'

export interface MiniMapProps {
  map: MiniMapHall
  label: string
  slug: string
  fairId: string
  /** The booths with what is around them, instead of all of the hall. */
  close?: boolean
  /** Many booths are shown by drawing the others faintly, few by an outline and a pin. */
  as: 'pins' | 'area'
}

/** A small plan that says where something is; its booths lead to their pages and change colour live. */
export function MiniMap({ map, label, slug, fairId, close = false, as }: MiniMapProps) {
  const { hall, statuses, boothIds, stageIds } = map
  const paths = visitPaths(useLang(), slug)
  return (
    <div className="mini-map" data-live-map="" data-fair={fairId} data-words={JSON.stringify(useVisitWords())}>
      <PlanSvg
        hall={hall}
        label={label}
        statuses={statuses}
        selected={as === 'pins' ? boothIds : []}
        matches={as === 'area' ? new Set(boothIds) : null}
        {...(close ? {} : { detail: 'far' })}
        lit={stageIds}
        view={close ? viewAround(hall, [...boothIds, ...stageIds]) : null}
        href={paths.booth}
        stageHref={(stage) => paths.programme({ stage })}
      />
    </div>
  )
}
