import type { StarBook } from './starBook'

const COPIED_MS = 2000
type FeedAct = 'openFeed' | 'renewFeed' | 'closeFeed'

/** The private calendar's box: copying for everybody, and all of it for visitors without an account. */
export function bindFeed(book: StarBook): void {
  const box = document.querySelector<HTMLElement>('[data-feed]')
  if (!box) return
  const part = <T extends Element = HTMLElement>(selector: string) => box.querySelector<T>(selector)
  const input = part<HTMLInputElement>('#feed-address')
  bindCopy(part('[data-feed-copy]'), input)
  if (box.dataset.feed !== 'browser') return

  const show = () => {
    const token = book.token()
    const address = token ? (box.dataset.pattern ?? '').replace('{token}', token) : ''
    part('[data-feed-none]')?.toggleAttribute('hidden', token !== null)
    part('[data-feed-open]')?.toggleAttribute('hidden', token === null)
    if (input) input.value = address
    part<HTMLAnchorElement>('[data-feed-webcal]')?.setAttribute('href', address.replace(/^https?:/, 'webcal:'))
  }
  for (const form of box.querySelectorAll('form')) {
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      const button = event.submitter as HTMLButtonElement
      const status = part('[data-feed-status]')
      button.disabled = true
      const answer = await book.changeFeed(button.value as FeedAct)
      button.disabled = false
      if (status) status.textContent = answer.ok ? '' : (box.dataset.failed ?? '')
      if (answer.ok) (button.value === 'closeFeed' ? part<HTMLElement>('[data-feed-none] button') : input)?.focus()
    })
  }
  book.subscribe(show)
  show()
  box.hidden = false
}

function bindCopy(button: HTMLElement | null, input: HTMLInputElement | null): void {
  if (!button || !input) return
  button.hidden = false
  const copy = button.textContent
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(input.value)
      button.textContent = button.dataset.copied ?? copy
      setTimeout(() => {
        button.textContent = copy
      }, COPIED_MS)
    } catch {
      // No clipboard on plain http, or not allowed: then by hand.
      input.focus()
      input.select()
    }
  })
}
