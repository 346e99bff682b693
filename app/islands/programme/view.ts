import { findAll } from '../visit/elements'
import { writeAddress } from './filter'

/** List or grid, without asking the server. */
export function bindView(room: HTMLElement): void {
  for (const link of findAll<HTMLAnchorElement>(room, '[data-view-link]')) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      const view = link.dataset.viewLink ?? 'list'
      room.dataset.view = view
      for (const other of findAll(room, '[data-view-link]')) other.removeAttribute('aria-current')
      link.setAttribute('aria-current', 'true')
      writeAddress({ view })
      // Each link goes on to ask for its own view.
      for (const other of findAll<HTMLAnchorElement>(room, '[data-view-link]')) {
        const url = new URL(other.href)
        url.searchParams.set('view', other.dataset.viewLink ?? 'list')
        other.href = url.href
      }
    })
  }
}
