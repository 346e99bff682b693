import type { Sector, Talk } from '#shared/document/records'
import { tintOf } from '#shared/plan/sectorTints'
import type { ConflictSeverity } from '#shared/programme/conflicts/types'
import type { Placement, SlotRef } from '~/timetable/types'
import type { Box } from '~/timetable/view/geometry'
import type { GridWords } from '../gridWords'
import { createMark, saysKind } from './marks'

/** All that a block shows; it is drawn anew where one of these differs. */
export interface BlockModel {
  readonly ref: SlotRef
  readonly talk: Talk
  readonly placement: Placement
  readonly box: Box
  readonly sector: Sector | undefined
  readonly severity: ConflictSeverity | null
  readonly selected: boolean
  readonly focused: boolean
  /** Does not fit the filters. */
  readonly dimmed: boolean
  /** Under the pointer's drag, or in the hand of the keyboard. */
  readonly dragged: boolean
  /** Would leave the grid if it were let go now. */
  readonly leaving: boolean
  readonly words: GridWords
  /** For the screen reader; worked out only when something in it may be another. */
  readonly label: () => string
}

export const blockId = (ref: SlotRef): string => `block-${ref.replace(':', '--')}`

const span = (className: string) => {
  const element = document.createElement('span')
  element.className = className
  return element
}

/** From these heights on there is room for a line more. */
const ROOM = { time: 34, meta: 62 } as const
const SLIM_PX = 20
/** Less wide, and signs would push the time out. */
const NARROW_PX = 100

const roomFor = (height: number): string =>
  height < SLIM_PX ? 'slim' : height < ROOM.time ? 'line' : height < ROOM.meta ? 'two' : 'full'

/** Heights of the parts as app/styles/timetable/blocks.css has them. */
const LINE_PX = 15.7
const HEAD_PX = 24
const META_PX = 16

/** How many lines of the title fit. */
const linesIn = (height: number): number =>
  Math.max(1, Math.floor((height - HEAD_PX - (height < ROOM.meta ? 0 : META_PX)) / LINE_PX))

const classesOf = (model: BlockModel): string =>
  [
    'tt-block',
    `tt-block--${roomFor(model.box.height)}`,
    `tt-block--${model.talk.state}`,
    `tt-block--${model.talk.kind}`,
    model.sector ? '' : 'tt-block--plain',
    model.box.width < NARROW_PX ? 'tt-block--narrow' : '',
    model.severity ? `tt-block--${model.severity}` : '',
    model.selected ? 'is-selected' : '',
    model.focused ? 'is-focused' : '',
    model.dimmed ? 'is-dimmed' : '',
    model.dragged ? 'is-dragged' : '',
    model.leaving ? 'is-leaving' : '',
  ]
    .filter(Boolean)
    .join(' ')

/** One block of the grid, outside of React: a thousand of them are scrolled and dragged. */
export class BlockView {
  readonly element = document.createElement('div')
  private readonly time = span('tt-block__time')
  private readonly title = span('tt-block__title')
  private readonly meta = span('tt-block__meta')
  private readonly code = span('tt-block__code')
  private readonly state = createMark()
  private readonly conflict = createMark()
  private shown: BlockModel | null = null

  constructor() {
    const head = span('tt-block__head')
    const marks = span('tt-block__marks')
    marks.append(this.conflict.element, this.state.element, this.code)
    head.append(this.time, marks)
    this.element.setAttribute('role', 'option')
    this.element.append(head, this.title, this.meta)
  }

  show(model: BlockModel): void {
    const before = this.shown
    this.shown = model
    const { element } = this
    const { box, talk, placement, words } = model
    if (before?.box.left !== box.left || before.box.top !== box.top)
      element.style.transform = `translate(${box.left}px, ${box.top}px)`
    if (before?.box.width !== box.width) element.style.width = `${box.width}px`
    if (before?.box.height !== box.height) {
      element.style.height = `${box.height}px`
      this.title.style.webkitLineClamp = String(linesIn(box.height))
    }
    const classes = classesOf(model)
    if (element.className !== classes) element.className = classes
    if (before?.selected !== model.selected) element.setAttribute('aria-selected', String(model.selected))
    const isSame =
      before?.ref === model.ref &&
      before.talk === talk &&
      before.words === words &&
      before.sector === model.sector &&
      before.severity === model.severity &&
      before.placement.start === placement.start &&
      before.placement.end === placement.end &&
      before.placement.stageId === placement.stageId
    if (!isSame) this.write(model)
  }

  /** Forgets what it shows, so that words that changed beneath it are written again. */
  refresh(): void {
    this.shown = null
  }

  private write(model: BlockModel): void {
    const { element } = this
    const { ref, talk, placement, sector, words } = model
    element.id = blockId(ref)
    element.dataset.ref = ref
    element.setAttribute('aria-label', model.label())
    const tint = tintOf(sector?.tint)
    element.style.setProperty('--tint-light', tint.light)
    element.style.setProperty('--tint-dark', tint.dark)
    this.time.textContent = `${words.time(placement.start)}–${words.time(placement.end)}`
    this.title.textContent = words.title(talk)
    const kind = saysKind(talk.kind) ? words.kind(talk.kind) : ''
    this.meta.textContent = [kind, words.speakers(talk)].filter(Boolean).join(' · ')
    this.code.textContent = sector?.code ?? ''
    this.code.hidden = !sector
    this.state.show(talk.kind === 'break' || talk.kind === 'blocker' ? null : talk.state)
    this.conflict.show(model.severity)
  }
}
