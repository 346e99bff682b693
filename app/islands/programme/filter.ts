import { foldForSearch } from '#shared/exhibitors/search'
import { fill } from '~/lib/planView/visitWords'
import type { ProgrammeWords } from '~/lib/programmeView/programmeWords'
import { find, findAll } from '../visit/elements'
import { layOut } from './columns'

type ElsewhereTalk = [words: string, stage: string, sector: string, kind: string, language: string]
const FILTERS = ['stage', 'sector', 'kind', 'language'] as const

interface Wanted {
  words: string[]
  /** In the order of FILTERS; '' lets everything through. */
  chosen: string[]
}

const isWanted = ({ words, chosen }: Wanted, text: string, values: readonly string[]): boolean =>
  chosen.every((value, index) => value === '' || value === values[index]) && words.every((word) => text.includes(word))

/** Search and filters, at once and in place. */
export function bindFilter(room: HTMLElement, words: ProgrammeWords): void {
  const form = find<HTMLFormElement>(room, '[data-programme-form]')
  if (!form) return
  const talks = findAll(room, '[data-slot]')
  const groups = findAll(room, '[data-group]').map((group) => ({ group, talks: findAll(group, '[data-slot]') }))
  // Made ready when first asked for: most come to read, not to search.
  const ready = once(() => ({
    elsewhere: JSON.parse(room.dataset.elsewhereDays ?? '{}') as Record<string, ElsewhereTalk[]>,
    number: new Intl.NumberFormat(document.documentElement.lang),
    plural: new Intl.PluralRules(document.documentElement.lang),
  }))

  const value = (name: string) => {
    const field = form.elements.namedItem(name)
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value.trim() : ''
  }

  function apply(): void {
    const wanted: Wanted = {
      words: foldForSearch(value('q')).split(/\s+/).filter(Boolean),
      chosen: FILTERS.map(value),
    }
    const filtered = wanted.words.length > 0 || wanted.chosen.some(Boolean)
    let found = 0
    for (const talk of talks) {
      const { words: text = '', stage = '', sector = '', kind = '', language = '' } = talk.dataset
      talk.hidden = !isWanted(wanted, text, [stage, sector, kind, language])
      if (!talk.hidden) found++
    }
    for (const { group, talks: own } of groups) group.hidden = own.every((talk) => talk.hidden)
    layOut(room)
    say(filtered, found)
    lookElsewhere(wanted, filtered, found)
    const chosen = find(room, '[data-chosen]')
    if (chosen) {
      const count = wanted.chosen.filter(Boolean).length
      chosen.textContent = String(count)
      chosen.hidden = count === 0
    }
  }

  function say(filtered: boolean, found: number): void {
    const { number, plural } = ready()
    const count = find(room, '[data-count]')
    const sentence = plural.select(talks.length) === 'one' ? words.foundAll.one : words.foundAll.other
    if (count) {
      count.textContent = filtered
        ? fill(words.foundOf, { found: number.format(found), all: number.format(talks.length) })
        : fill(sentence, { count: number.format(talks.length) })
    }
    const nothing = find(room, '[data-nothing]')
    if (!nothing) return
    nothing.hidden = found > 0
    const title = find(nothing, '.empty__title')
    const search = value('q')
    if (title) title.textContent = search === '' ? words.nothingFilter : fill(words.nothing, { search })
  }

  function lookElsewhere(wanted: Wanted, filtered: boolean, here: number): void {
    const { elsewhere, number } = ready()
    const line = find(room, '[data-elsewhere]')
    const counts = Object.entries(elsewhere).map(
      ([day, others]) => [day, others.filter(([text, ...values]) => isWanted(wanted, text, values)).length] as const,
    )
    let any = false
    for (const [day, found] of counts) {
      const link = line && find(line, `[data-other-day="${CSS.escape(day)}"]`)
      if (link) {
        link.hidden = found === 0
        link.textContent = fill(words.onDay, { day: link.dataset.name ?? '', found: number.format(found) })
      }
      setCount(find(room, `[data-day-tab="${CSS.escape(day)}"]`), found)
      any ||= found > 0
    }
    setCount(find(room, '[data-day-tab][aria-current]'), here)
    if (line) line.hidden = !filtered || !any
  }

  const setCount = (tab: HTMLElement | null, found: number) => {
    const count = tab && find(tab, '[data-day-count]')
    if (count) count.textContent = ready().number.format(found)
  }

  const changed = () => {
    apply()
    writeAddress({ q: value('q'), ...Object.fromEntries(FILTERS.map((name) => [name, value(name)])) })
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
    form.querySelector<HTMLInputElement>('input[name="q"]')?.focus()
  })
  // The browser may have put back what was typed before one went to a talk and came back.
  if (value('q') !== '' || FILTERS.some((name) => value(name) !== '')) apply()
}

/** The page's address, and those of its links to itself, say what is shown. '' takes a part away. */
export function writeAddress(change: Readonly<Record<string, string>>): void {
  const apply = (url: URL) => {
    for (const [name, value] of Object.entries(change)) {
      if (value) url.searchParams.set(name, value)
      else url.searchParams.delete(name)
    }
    return url
  }
  history.replaceState(history.state, '', apply(new URL(location.href)))
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    '[data-day-tab], [data-other-day], [data-view-link], .lang-switch a',
  )) {
    link.href = apply(new URL(link.href)).href
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
