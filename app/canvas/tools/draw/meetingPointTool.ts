import { createPlaced } from '#shared/plan/ops/createPlaced'
import { defaultName } from '#shared/plan/ops/defaultNames'
import { addItem } from './drawing'
import { rectangleTool } from './rectangleTool'

const SIZE = { widthMm: 4000, depthMm: 4000 }

export const meetingPointTool = rectangleTool('meetingPoint', (context) => ({
  size: () => SIZE,
  fresh: (place) => ({ kind: 'meetingPoints', place }),
  create: (place) =>
    addItem(context, 'meetingPoints', (id, hallId) =>
      createPlaced({
        kind: 'meetingPoints',
        id,
        hallId,
        place,
        name: defaultName(context.store.plan, 'meetingPoints'),
      }),
    ),
}))
