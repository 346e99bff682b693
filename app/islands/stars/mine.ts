import { isLanguage } from '#shared/kernel/language'
import type { Agenda } from '~/features/stars/agenda'
import {
  type Kept,
  type MyDay,
  type MyProgramme,
  type MyRow,
  type MyWords,
  myProgramme,
} from '~/features/stars/myProgramme'
import { find } from '../visit/elements'
import type { StarBook } from './starBook'

const MINUTE_MS = 60_000

interface KeptByAccount {
  stars: [string, number][]
  signups: Kept['signups']
}

/** "My programme" out of the stars that this browser knows: the same markup that the server writes for an account. */
export function bindMine(book: StarBook): void {
  const room = document.querySelector<HTMLElement>('[data-my]')
  if (!room) return
  const words = JSON.parse(room.dataset.words ?? '{}') as MyWords
  const told = JSON.parse(room.dataset.kept ?? 'null') as KeptByAccount | null
  const toldAt = new Map(told?.stars)
  const lang = document.documentElement.lang
  const language = isLanguage(lang) ? lang : 'en'
  /** Whatever stood here since the page was opened: a star taken back by mistake is put back where it was. */
  const seen = new Set<string>()

  const render = (agenda: Agenda) => {
    const stars = new Map([...book.stars()].map(([id, at]) => [id, toldAt.get(id) ?? at]))
    for (const id of stars.keys()) seen.add(id)
    const takenBack = new Set([...seen].filter((id) => !stars.has(id)))
    const kept: Kept = { stars, signups: told?.signups ?? [], takenBack }
    show(room, myProgramme(agenda, kept, Math.floor(Date.now() / MINUTE_MS), language, words), words)
  }
  fetch(room.dataset.agenda ?? '')
    .then(async (answer) => {
      if (!answer.ok) throw new Error(`agenda: ${answer.status}`)
      const agenda = (await answer.json()) as Agenda
      render(agenda)
      book.subscribe(() => render(agenda))
      setInterval(() => render(agenda), MINUTE_MS)
    })
    .catch(() => find(room, '[data-my-failed]')?.removeAttribute('hidden'))
    .finally(() => find(room, '[data-my-loading]')?.remove())
}

function show(room: HTMLElement, mine: MyProgramme, words: MyWords): void {
  const focused = document.activeElement?.closest<HTMLElement>('[data-my-days] [data-row]')?.dataset.row
  const days = find(room, '[data-my-days]')
  days?.replaceChildren(...mine.days.map((day) => dayOf(room, day, words)))
  if (focused !== undefined) find(room, `[data-row="${CSS.escape(focused)}"] [data-star]`)?.focus()

  const next = find(room, '[data-my-next]')
  if (next) {
    next.hidden = mine.next === null
    if (mine.next) {
      const { day, row } = mine.next
      const link = slot(next, 'title')
      if (link) link.textContent = row.title
      link?.setAttribute('href', talkAddress(room, row))
      fillSlot(next, 'when', [day, row.from, row.stage].filter(Boolean).join(', '))
    }
  }
  const gone = find(room, '[data-my-gone]')
  if (gone) {
    gone.hidden = mine.gone.length === 0
    slot(gone, 'gone')?.replaceChildren(...mine.gone.map((title) => item(title)))
  }
  find(room, '[data-my-empty]')?.toggleAttribute('hidden', mine.days.length > 0 || mine.gone.length > 0)
}

const slot = (root: ParentNode, name: string) => find(root, `[data-slot="${name}"]`)

function fillSlot(root: ParentNode, name: string, text: string): void {
  const element = slot(root, name)
  if (element) element.textContent = text
}

const copyOf = (room: HTMLElement, selector: string) =>
  (find<HTMLTemplateElement>(room, selector)?.content.cloneNode(true) ?? new DocumentFragment()) as DocumentFragment

/** The template's link leads to no talk yet: `/nl/fairs/x/talks/`. */
const talkAddress = (room: HTMLElement, { talkId }: MyRow) =>
  (slot(copyOf(room, 'template[data-my-row]'), 'title')?.getAttribute('href') ?? '') + talkId

function dayOf(room: HTMLElement, { title, rows }: MyDay, words: MyWords): DocumentFragment {
  const day = copyOf(room, 'template[data-my-day]')
  fillSlot(day, 'day', title)
  slot(day, 'rows')?.append(...rows.map((row) => rowOf(room, row, words)))
  return day
}

function rowOf(room: HTMLElement, row: MyRow, words: MyWords): DocumentFragment {
  const made = copyOf(room, 'template[data-my-row]')
  const element = find(made, '[data-row]')
  if (!element) return made
  element.dataset.row = row.ref
  element.className = `my-row is-${row.when}${row.cancelled ? ' is-cancelled' : ''}`
  for (const name of ['from', 'until', 'title', 'stage'] as const) fillSlot(made, name, row[name])
  slot(made, 'title')?.setAttribute('href', talkAddress(room, row))
  fillSlot(made, 'when', row.when === 'later' ? '' : words[row.when])
  const notes = slot(made, 'notes')
  if (notes) notes.hidden = row.notes.length === 0
  notes?.replaceChildren(...row.notes.map(({ kind, text }) => item(text, `my-note my-note--${kind}`)))
  const star = find<HTMLButtonElement>(made, '[data-star]')
  if (star) {
    star.dataset.star = row.talkId
    star.value = row.talkId
    star.setAttribute('aria-pressed', String(row.starred))
    star.setAttribute('aria-label', (star.getAttribute('aria-label') ?? '') + row.title)
  }
  return made
}

function item(text: string, className = ''): HTMLLIElement {
  const element = document.createElement('li')
  element.textContent = text
  element.className = className
  return element
}
