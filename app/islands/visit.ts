import { isId } from '#shared/kernel/ids'
import type { VisitWords } from '~/lib/planView/visitWords'
import { find } from './visit/elements'
import { followFair } from './visit/live'
import { hideNote, showNote } from './visit/notes'
import { paintBooth } from './visit/paint'
import { startPlanRoom } from './visit/planRoom'

/** Visitors' pages with a plan: the plan page in full, the others' small plans told of every change. */
const place = find(document, '[data-plan-room], [data-live-map]')
const fairId = place?.dataset.fair
if (place && isId(fairId)) {
  const words = JSON.parse(place.dataset.words ?? '{}') as VisitWords
  const changed = place.matches('[data-plan-room]') ? startPlanRoom(place, words) : () => {}
  followFair(fairId, {
    changed(events) {
      for (const event of events) paintBooth(event, words)
      changed()
    },
    planChanged: () => showNote('plan', words.newPlan, { text: words.reload, run: () => location.reload() }),
    away: (away) => (away ? showNote('away', words.offline) : hideNote('away')),
  })
}
