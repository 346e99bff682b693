import type { HallDrawing } from '~/lib/planView/hallDrawing'

const PLACES = ['entrance', 'exit', 'emergency', 'stage', 'meetingPoint'] as const
export type PlaceKind = (typeof PLACES)[number]

/** Kinds of place that a hall has, for its legend. */
export function placesOf({ exits, stages, meetingPoints }: HallDrawing): PlaceKind[] {
  const here = new Set<PlaceKind>(exits.map(({ kind }) => kind))
  if (stages.length > 0) here.add('stage')
  if (meetingPoints.length > 0) here.add('meetingPoint')
  return PLACES.filter((kind) => here.has(kind))
}
