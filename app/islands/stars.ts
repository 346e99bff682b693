import { STAR_FORM, type StarWords } from '~/features/stars/starWords'
import { bindFeed } from './stars/feed'
import { isKeptCopy, keepForLater } from './stars/keepForLater'
import { bindMine } from './stars/mine'
import { handOver, openStarBook } from './stars/starBook'
import { hideNote, showNote } from './visit/notes'

/** Tried again while the page is open, beside what the browser itself tells of its connection. */
const RETRY_MS = 30_000

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
  const flush = async () => {
    const problem = await book.flush()
    if (problem?.code === null) showNote('stars', words.waiting)
    else hideNote('stars')
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
  setInterval(() => void flush(), RETRY_MS)
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
