import type { HallDrawing } from '~/lib/planView/hallDrawing'

type Place = 'entrance' | 'exit' | 'emergency' | 'stage' | 'meetingPoint'

/** Kinds of place that a hall has, for its legend. */
export const placesOf = ({ exits, stages, meetingPoints }: HallDrawing): Place[] => [
  ...new Set(exits.map(({ kind }) => kind)),
  ...(stages.length > 0 ? (['stage'] as const) : []),
  ...(meetingPoints.length > 0 ? (['meetingPoint'] as const) : []),
]
