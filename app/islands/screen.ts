import { isId } from '#shared/kernel/ids'
import { showScreen } from './screen/showScreen'
import { watchRelease } from './screen/watchRelease'
import { find } from './visit/elements'
import { followFair } from './visit/live'

/** A screen in the hall: turns by itself, asks for news every minute and at once when a release changes, and goes on without a network. */
const SECOND_MS = 1000
/** How long one page of talks and one stage on the map is shown. */
const TURN_MS = 10_000
const CHECK_MS = 60_000

const root = find(document, '[data-screen]')
if (root) {
  const watch = watchRelease(root)
  let turn = 0
  const show = () => showScreen(watch.current(), turn, watch.now(), watch.checked())
  const check = async () => {
    await watch.check()
    show()
  }
  show()
  setInterval(show, SECOND_MS)
  setInterval(() => {
    turn++
  }, TURN_MS)
  setInterval(() => void check(), CHECK_MS)
  addEventListener('online', () => void check())
  const fairId = root.dataset.fair
  if (isId(fairId)) {
    followFair(fairId, { changed: () => {}, planChanged: () => void check(), away: () => void check() })
  }
}
