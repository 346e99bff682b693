import type { BoothStatus } from '#shared/claims/status'
import { boundsOf } from '#shared/geometry/place'
import type { Box } from '#shared/geometry/types'
import { readRingPath } from '~/lib/planView/paths'
import { fill, type VisitWords } from '~/lib/planView/visitWords'
import { writeAddress } from './address'
import { boothSelector, find, findAll, rowSelector } from './elements'
import { showNote } from './notes'
import { nameOf } from './paint'

export interface ChosenBooth {
  readonly id: string | null
  /** Shows a booth's card, marks it on the plan and in the list. */
  choose(id: string): void
  close(): void
  /** The card anew, after its booth changed. */
  refresh(): void
  boxOf(id: string): Box | null
}

const COPIED_MS = 2000

/** The booth that one looks at: its card, its outline and pin on the plan, its row in the list. */
export function bindChosen(room: HTMLElement, words: VisitWords, whenClosed: () => void): ChosenBooth {
  const card = find(room, '[data-card]')
  const fairPath = room.dataset.fairPath ?? ''
  let id = find(room, '[data-row] [aria-current]')?.closest<HTMLElement>('[data-row]')?.dataset.row ?? null

  const ringOf = (boothId: string) =>
    readRingPath(find(room, `${boothSelector(boothId)} .plan-booth__shape`)?.getAttribute('d') ?? '')
  const boxOf = (boothId: string) => {
    const ring = ringOf(boothId)
    return ring.length > 0 ? boundsOf(ring) : null
  }

  function mark(): void {
    for (const link of findAll(room, '[data-row] [aria-current]')) link.removeAttribute('aria-current')
    for (const booth of findAll<SVGElement>(room, '.plan-booth.is-selected')) {
      booth.classList.remove('is-selected')
      booth.removeAttribute('aria-current')
    }
    const booth = id === null ? null : find<SVGElement>(room, boothSelector(id))
    booth?.classList.add('is-selected')
    booth?.setAttribute('aria-current', 'true')
    if (id !== null) find(room, `${rowSelector(id)} a`)?.setAttribute('aria-current', 'true')
    find(room, '.plan__selection')?.setAttribute(
      'd',
      find(booth ?? document.createElement('i'), '.plan-booth__shape')?.getAttribute('d') ?? '',
    )
    const pin = find<SVGElement>(room, '.plan-pin')
    const box = id === null ? null : boxOf(id)
    pin?.setAttribute('display', box ? 'inline' : 'none')
    if (!pin || !box) return
    const scale = pin.getAttribute('transform')?.match(/scale\([^)]*\)/)?.[0] ?? ''
    pin.setAttribute('transform', `translate(${(box.minX + box.maxX) / 2} ${(box.minY * 4 + box.maxY) / 5}) ${scale}`)
  }

  function fillCard(): void {
    const row = id === null ? null : find(room, rowSelector(id))
    if (!card || !row || id === null) return
    const slot = (name: string) => find(card, `[data-slot="${name}"]`)
    const { status = 'available', facts = '', exhibitor = '' } = row.dataset
    const known = status as BoothStatus
    const name = find(row, '[data-name]')?.textContent ?? ''
    slot('number')?.replaceChildren(find(row, '.booth-row__number')?.textContent ?? '')
    const badge = document.createElement('span')
    badge.className = `status status--${known}`
    badge.textContent = words.status[known]
    slot('status')?.replaceChildren(badge)
    const who = { exhibitorId: exhibitor || null, exhibitorName: name === words.status[known] ? null : name }
    slot('name')?.replaceChildren(nameOf(who, `${fairPath}/exhibitors`, words.nobody[known]))
    const chip = row.closest('[data-group]')?.querySelector('.sector-chip')?.cloneNode(true)
    slot('sector')?.replaceChildren(...(chip ? [chip] : []))
    slot('facts')?.replaceChildren(facts)
    slot('link')?.setAttribute('href', `${fairPath}/booths/${id}`)
  }

  const address = () => `${location.origin}${fairPath}/plan?booth=${id ?? ''}`
  find(room, '[data-copy]')?.addEventListener('click', async (event) => {
    const button = event.currentTarget as HTMLButtonElement
    try {
      await navigator.clipboard.writeText(address())
      button.textContent = words.copied
      setTimeout(() => {
        button.textContent = words.copy
      }, COPIED_MS)
    } catch {
      // No clipboard on plain http, or not allowed: then by hand.
      showNote('address', fill(words.copyFailed, { address: address() }))
    }
  })

  const self: ChosenBooth = {
    get id() {
      return id
    },
    choose(boothId) {
      id = boothId
      mark()
      fillCard()
      if (card) card.hidden = false
      writeAddress({ booth: boothId })
    },
    close() {
      if (id === null) return
      id = null
      mark()
      if (card) card.hidden = true
      writeAddress({ booth: null })
      whenClosed()
    },
    refresh: fillCard,
    boxOf,
  }
  find(room, '[data-card-close]')?.addEventListener('click', (event) => {
    event.preventDefault()
    self.close()
  })
  room.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && id !== null) self.close()
  })
  return self
}
