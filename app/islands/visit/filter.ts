import { foldForSearch } from '#shared/exhibitors/search'
import { fill, type VisitWords } from '~/lib/planView/visitWords'
import { writeAddress } from './address'
import { boothSelector, find, findAll } from './elements'

type OtherHalls = Record<string, [words: string, sectorId: string, status: string][]>

interface Wanted {
  words: string[]
  sector: string
  status: string
}

/** The search and the two filters, at once and in place. Returns what to call when a booth's status has changed. */
export function bindFilter(room: HTMLElement, words: VisitWords): () => void {
  const form = find<HTMLFormElement>(room, '[data-plan-form]')
  const svg = find<SVGSVGElement>(room, '.plan')
  if (!form || !svg) return () => {}
  const rows = findAll(room, '[data-row]')
  const others = JSON.parse(room.dataset.elsewhereHalls ?? '{}') as OtherHalls
  const number = new Intl.NumberFormat(document.documentElement.lang)
  const plural = new Intl.PluralRules(document.documentElement.lang)
  const hallNames = new Map(
    findAll(room.parentElement ?? room, '[data-hall-tab]').map((tab) => [
      new URL((tab as HTMLAnchorElement).href).searchParams.get('hall') ?? '',
      tab.textContent ?? '',
    ]),
  )

  const value = (name: string) => {
    const field = form.elements.namedItem(name)
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value.trim() : ''
  }

  function apply(): void {
    const wanted: Wanted = {
      words: foldForSearch(value('q')).split(/\s+/).filter(Boolean),
      sector: value('sector'),
      status: value('status'),
    }
    const filtered = wanted.words.length > 0 || wanted.sector !== '' || wanted.status !== ''
    let found = 0
    for (const row of rows) {
      const { words: text = '', sector = '', status = '' } = row.dataset
      const name = find(row, '[data-name]')?.textContent ?? ''
      const hit = matches(wanted, `${text}\n${row.dataset.exhibitor ? foldForSearch(name) : ''}`, sector, status)
      row.hidden = !hit
      if (hit) found++
      find<SVGElement>(room, boothSelector(row.dataset.row ?? ''))?.classList.toggle('is-faint', filtered && !hit)
    }
    svg?.classList.toggle('plan--filtered', filtered)
    for (const group of findAll(room, '[data-group]')) {
      const left = group.querySelectorAll('[data-row]:not([hidden])').length
      group.hidden = left === 0
      const groupCount = find(group, '[data-group-count]')
      if (groupCount) groupCount.textContent = number.format(left)
    }
    say(filtered, found)
    lookElsewhere(wanted, filtered)
  }

  function say(filtered: boolean, found: number): void {
    const count = find(room, '[data-count]')
    const sentence = plural.select(rows.length) === 'one' ? words.foundAll.one : words.foundAll.other
    if (count) {
      count.textContent = filtered
        ? fill(words.foundOf, { found: number.format(found), all: number.format(rows.length) })
        : fill(sentence, { count: number.format(rows.length) })
    }
    const nothing = find(room, '[data-nothing]')
    if (!nothing) return
    nothing.hidden = found > 0
    const title = find(nothing, '.empty__title')
    const search = value('q')
    if (title) title.textContent = search === '' ? words.nothingFilter : fill(words.nothing, { search })
  }

  function lookElsewhere(wanted: Wanted, filtered: boolean): void {
    const line = find(room, '[data-elsewhere]')
    if (!line) return
    let any = false
    for (const link of findAll(line, '[data-other-hall]')) {
      const hall = link.dataset.otherHall ?? ''
      const found = (others[hall] ?? []).filter(([text, sector, status]) =>
        matches(wanted, text, sector, status),
      ).length
      link.hidden = found === 0
      link.textContent = fill(words.inHall, { hall: hallNames.get(hall) ?? '', found: number.format(found) })
      any ||= found > 0
    }
    line.hidden = !filtered || !any
  }

  const changed = () => {
    apply()
    writeAddress({ q: value('q'), sector: value('sector'), status: value('status') })
  }
  form.addEventListener('input', changed)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    changed()
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur()
  })
  find(room, '[data-clear]')?.addEventListener('click', (event) => {
    event.preventDefault()
    for (const field of form.elements) {
      if (field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && field.name === 'q'))
        field.value = ''
    }
    changed()
  })
  return apply
}

const matches = (wanted: Wanted, text: string, sector: string, status: string): boolean =>
  wanted.words.every((word) => text.includes(word)) &&
  (wanted.sector === '' || wanted.sector === sector) &&
  (wanted.status === '' || wanted.status === status)
