import { wallTimeOf } from '#shared/fairs/timeZone'
import { fill } from '~/lib/planView/visitWords'
import { A_SCREENFUL, type ScreenData, type ScreenTalk, soonAt } from '~/lib/programmeView/screenData'
import { find, findAll } from '../visit/elements'

const read = new WeakMap<HTMLElement, ScreenData>()

function dataOf(root: HTMLElement): ScreenData {
  const data = read.get(root) ?? (JSON.parse(root.dataset.screen ?? '{}') as ScreenData)
  read.set(root, data)
  return data
}

/** The screen at this moment; called every second, it touches only what is different. */
export function showScreen(
  root: HTMLElement,
  turn: number,
  now: number,
  checked: { at: number; reached: boolean },
): void {
  const { talks, words, zone, release } = dataOf(root)
  const time = (at: number) => wallTimeOf(new Date(at), zone).time
  const minute = Math.floor(now / 60_000)
  const soon = soonAt(talks, minute)

  setText(find(root, '[data-clock]'), time(now))
  setText(
    find(root, '[data-age]'),
    checked.reached
      ? fill(words.age, { number: release, time: time(checked.at) })
      : fill(words.lost, { time: time(checked.at) }),
  )
  find(root, '[data-age]')?.classList.toggle('is-lost', !checked.reached)

  const quiet = find(root, '[data-quiet]')
  if (quiet) {
    quiet.hidden = !soon.isQuiet
    const say = soon.quiet
    setText(
      quiet,
      say.kind === 'begins' ? fill(words.begins, { day: say.talk.day, time: say.talk.from }) : words[say.kind],
    )
  }
  const shownNow = showColumn(root, 'now', soon.now, turn, soon.isQuiet)
  const shownNext = showColumn(root, 'next', soon.next, turn, soon.isQuiet && soon.next.length === 0)
  const among = shownNow.length > 0 ? shownNow : shownNext
  light(root, among[turn % Math.max(among.length, 1)])
}

/** The talks of a column that have their turn. */
function showColumn(
  root: HTMLElement,
  name: string,
  talks: readonly ScreenTalk[],
  turn: number,
  hidden: boolean,
): readonly ScreenTalk[] {
  const pages = Math.max(1, Math.ceil(talks.length / A_SCREENFUL))
  const page = turn % pages
  const shown = talks.slice(page * A_SCREENFUL, (page + 1) * A_SCREENFUL)
  const column = find(root, `[data-column="${name}"]`)
  const list = column && find(column, 'ul')
  if (!column || !list) return shown
  column.hidden = hidden
  const none = find(column, '[data-nothing]')
  if (none) none.hidden = talks.length > 0
  const key = shown.map(({ ref }) => ref).join()
  if (
    key !==
    findAll(list, '[data-ref]')
      .map((item) => item.dataset.ref)
      .join()
  )
    list.replaceChildren(...shown.map(itemOf))
  return shown
}

function itemOf(talk: ScreenTalk): HTMLElement {
  const item = document.createElement('li')
  item.className = 'screen-talk'
  item.dataset.ref = talk.ref
  const part = (tag: string, className: string, text: string) => {
    const element = document.createElement(tag)
    if (className) element.className = className
    element.textContent = text
    item.append(element)
    return element
  }
  part('span', 'screen-talk__when', `${talk.from} – ${talk.until}`)
  const title = part('strong', '', talk.title)
  if (talk.titleLang) title.lang = talk.titleLang
  part('span', 'screen-talk__stage', talk.stage)
  part('span', 'screen-talk__who', talk.who)
  return item
}

/** One stage on the map, and its talk in the list. */
function light(root: HTMLElement, talk: ScreenTalk | undefined): void {
  for (const item of findAll(root, '[data-ref]')) item.classList.toggle('is-lit', item.dataset.ref === talk?.ref)
  if (!talk) return
  const place = find<SVGElement>(root, `[data-place="${CSS.escape(talk.stageId)}"]`)
  for (const other of findAll<SVGElement>(root, '[data-place]')) other.classList.toggle('is-lit', other === place)
  for (const pin of findAll<SVGElement>(root, '.plan-pin')) pin.setAttribute('display', 'none')
  const map = place?.closest<HTMLElement>('[data-hall-map]')
  if (map) for (const other of findAll(root, '[data-hall-map]')) other.hidden = other !== map
}

function setText(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text
}
