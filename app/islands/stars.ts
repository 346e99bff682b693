import { STAR_FORM, type StarWords } from '~/features/stars/starWords'
import { bindFeed } from './stars/feed'
import { isKeptCopy, keepForLater } from './stars/keepForLater'
import { bindMine } from './stars/mine'
import { handOver, openStarBook } from './stars/starBook'
import { hideNote, showNote } from './visit/notes'

/** Tried again while the page is open, ever more seldom, beside what the browser itself tells of its connection. */
const FIRST_RETRY_MS = 2000
const LAST_RETRY_MS = 60_000
/** What passes by itself; another answer stays the same until the page is opened anew. Null: there was none. */
const PASSING: readonly (string | null)[] = [null, 'INTERNAL', 'DATABASE_AWAY', 'STARTING', 'TOO_MANY_REQUESTS']

/** Stars of a page: from the browser's own list or the account's, with and without a connection. */
function start(form: HTMLFormElement): void {
  const { fair: fairId = '', slug = '', account = '', starred = '[]', words: said = '{}' } = form.dataset
  const words = JSON.parse(said) as StarWords
  const book = openStarBook({
    fairId,
    slug,
    account,
    address: form.action,
    told: isKeptCopy() ? null : (JSON.parse(starred) as string[]),
  })

  const paint = () => {
    const stars = book.stars()
    for (const button of document.querySelectorAll<HTMLElement>('[data-star]'))
      button.setAttribute('aria-pressed', String(stars.has(button.dataset.star ?? '')))
  }
  let retry: ReturnType<typeof setTimeout> | undefined
  let patience = FIRST_RETRY_MS
  const flush = async () => {
    const problem = await book.flush()
    clearTimeout(retry)
    if (problem === null) {
      patience = FIRST_RETRY_MS
      return hideNote('stars')
    }
    if (problem.code === null) showNote('stars', words.waiting)
    if (!PASSING.includes(problem.code)) return
    retry = setTimeout(() => void flush(), patience)
    patience = Math.min(patience * 2, LAST_RETRY_MS)
  }
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-star]') : null
    const talkId = button?.dataset.star
    if (!talkId) return
    event.preventDefault()
    if (!book.set(talkId, !book.has(talkId))) showNote('full', words.full)
    void flush()
  })
  book.subscribe(paint)
  paint()
  bindMine(book)
  bindFeed(book)

  window.addEventListener('online', () => void flush())
  document.addEventListener('visibilitychange', () => void flush())
  void flush()
  if (account !== '')
    void handOver(account, document.documentElement.lang).then((fairs) => {
      // Seen in full only by the server: clashes, and what a calendar gets.
      if (fairs.includes(fairId)) location.reload()
    })
  const newest = () => [...book.stars()].sort(([, a], [, b]) => b - a).map(([talkId]) => talkId)
  book.subscribe(keepForLater(() => ({ slug, account, talkIds: newest() })))
}

const form = document.getElementById(STAR_FORM)
if (form instanceof HTMLFormElement) start(form)
