import type { BoothId } from '#shared/kernel/ids'
import { createBooth } from '#shared/plan/ops/createBooth'
import { proposeNumber } from '#shared/plan/queries/boothNumbers'
import { addItem } from './drawing'
import { rectangleTool } from './rectangleTool'

export const boothTool = rectangleTool('booth', (context) => {
  const { hallId } = context.state
  const number = hallId === null ? '' : proposeNumber(context.store.plan, hallId)
  return {
    size: () => context.state.options.booth,
    fresh: (place) => ({ kind: 'booths', place, number }),
    create: (place) =>
      addItem(context, 'booths', (id, inHall) =>
        createBooth(context.store.plan, {
          id: id as BoothId,
          hallId: inHall,
          shape: { place },
          sectorId: context.state.options.sectorId,
        }),
      ),
  }
})
