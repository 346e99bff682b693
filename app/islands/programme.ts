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
  whenIdle(() => bindClock(room, words))
  whenIdle(() => noteZone(room, words))
  whenIdle(() => follow(room, words))
}

function follow(room: HTMLElement, words: ProgrammeWords): void {
  const fairId = room.dataset.fair
  if (!isId(fairId)) return
  followFair(fairId, {
    changed: () => {},
    planChanged: () => showNote('programme', words.changed, { text: words.reload, run: () => location.reload() }),
    away: (away) => (away ? showNote('away', words.offline) : hideNote('away')),
  })
}

/** One thing after the other, and the reader's taps first. Safari has no idle callbacks. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 1500 })
  else setTimeout(work, 100)
}
