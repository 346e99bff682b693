import { createPlaced } from '#shared/plan/ops/createPlaced'
import { placeAbout } from './drawing'
import { placingTool } from './placingTool'

export const columnTool = placingTool('column', (context) => ({
  at(pointer) {
    if (context.state.hallId === null) return null
    const { sizeMm } = context.state.options.column
    const { place, guides } = placeAbout(context, pointer.plan, sizeMm, sizeMm, pointer, 'mid')
    return { item: { kind: 'columns', place }, guides }
  },
  patch: ({ place }, id, hallId) =>
    createPlaced({ kind: 'columns', id, hallId, place, round: context.state.options.column.round }),
}))
