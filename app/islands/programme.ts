import { isId } from '#shared/kernel/ids'
import type { ProgrammeWords } from '~/lib/programmeView/programmeWords'
import { bindClock } from './programme/clock'
import { bindFilter } from './programme/filter'
import { bindView } from './programme/view'
import { noteZone } from './programme/zone'
import { find, unveil } from './visit/elements'
import { followFair } from './visit/live'
import { hideNote, showNote } from './visit/notes'

/** The programme in place: search and filters at once, now and next by the clock, and a word when a release changes it. */
const room = find(document, '[data-programme]')
if (room) {
  const words = JSON.parse(room.dataset.words ?? '{}') as ProgrammeWords
  unveil(room)
  bindFilter(room, words)
  bindView(room)
  bindClock(room, words)
  noteZone(room, words)
  const fairId = room.dataset.fair
  if (isId(fairId)) {
    followFair(fairId, {
      changed: () => {},
      planChanged: () => showNote('programme', words.changed, { text: words.reload, run: () => location.reload() }),
      away: (away) => (away ? showNote('away', words.offline) : hideNote('away')),
    })
  }
}
