import { createPlaced } from '#shared/plan/ops/createPlaced'
import { defaultName } from '#shared/plan/ops/defaultNames'
import { addItem } from './drawing'
import { rectangleTool } from './rectangleTool'

const SIZE = { widthMm: 6000, depthMm: 4000 }

export const stageTool = rectangleTool('stage', (context) => ({
  size: () => SIZE,
  fresh: (place) => ({ kind: 'stages', place }),
  create: (place) =>
    addItem(context, 'stages', (id, hallId) =>
      createPlaced({ kind: 'stages', id, hallId, place, name: defaultName(context.store.plan, 'stages') }),
    ),
}))
