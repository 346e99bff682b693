import { MAX_UPDATE_BYTES, type Patch, patchWeight } from '#shared/document/patch'
import type { RecordKey } from '#shared/document/records'
import { daysBetween } from '#shared/fairs/openingHours'
import type { ProgrammeEdit } from '#shared/programme/ops/edit'
import { parseSlotRef, type SlotRef, slotsOf } from '#shared/programme/slots'
import { standingSlots } from '#shared/programme/standing'
import { Observable } from '~/lib/observable'
import { AWARENESS_MS, platformTimers, throttle } from '~/lib/throttle'
import { COMMANDS, commandForKey } from './commands/registry'
import type { CommandId } from './commands/types'
import type { Held, TimetableContext } from './context'
import { freshTalk } from './edits'
import { createGhosts } from './ghosts'
import { createHand } from './hand'
import { initialState } from './state'
import type { Announcement, Timetable, TimetableEvent, TimetableOptions, TimetableState } from './types'
import { type DayLayout, layoutDay, sortedStages } from './view/dayLayout'
import { dayHolding, timetableDays } from './view/days'
import { clampZoom, columnWidthFor, minuteAt, stageAt } from './view/geometry'

export function createTimetable(options: TimetableOptions): Timetable {
  const { store, randomBytes, timers = platformTimers, onCursor } = options
  const observable = new Observable<TimetableState>(initialState(options, daysNow()))
  const ghosts = createGhosts(options)
  const cursor = throttle(timers, AWARENESS_MS, (at: Parameters<NonNullable<typeof onCursor>>[0]) => onCursor?.(at))
  let laidOut: { layout: DayLayout; key: readonly unknown[] } | null = null
  let lastId = 0

  function daysNow() {
    const { plan } = store
    const slots = [...plan.talks.values()].flatMap((talk) => (talk.removed ? [] : standingSlots(plan, talk)))
    return timetableDays({ ...options, ...options.facts(), slots })
  }

  /** Kept as long as nothing that it is made of is another. */
  function layout(): DayLayout {
    const { plan } = store
    const { day, days, wholeDay } = observable.value
    const { timeZone, openSpans } = options.facts()
    const shown = days.find((one) => one.day === day) ?? days[0]
    if (!shown) throw new Error('a fair has at least one day')
    const key = [plan.talks, plan.stages, plan.halls, shown, wholeDay, openSpans]
    if (!laidOut || key.some((part, index) => part !== laidOut?.key[index])) {
      laidOut = { layout: layoutDay({ plan, day: shown, timeZone, openSpans, wholeDay }), key }
    }
    return laidOut.layout
  }

  function held(ref: SlotRef): Held | null {
    const { talkId, key } = parseSlotRef(ref)
    const talk = store.get('talks', talkId)
    if (!talk || talk.removed) return null
    const slot = standingSlots(store.plan, talk).find((one) => one.key === key)
    if (!slot && key !== 'slot') return null
    return {
      ref,
      talk,
      key,
      placement: slot ? { stageId: slot.stageId, start: slot.start, end: slot.end } : null,
    }
  }

  function showDay(day: string) {
    if (day === observable.value.day || !observable.value.days.some((one) => one.day === day)) return
    observable.update({ day, marquee: null })
  }

  function select(refs: Iterable<SlotRef>) {
    const selection = new Set(refs)
    const { selection: before } = observable.value
    if (selection.size === before.size && [...selection].every((ref) => before.has(ref))) return
    observable.update({ selection })
  }

  function commit(patch: Patch): boolean {
    if (patch.length === 0 || observable.value.readOnly) return false
    // The store says so to the person.
    const fits = patchWeight(patch) <= MAX_UPDATE_BYTES
    store.apply(patch)
    return fits
  }

  function run(edit: ProgrammeEdit): boolean {
    if (edit.ok) return commit(edit.patch)
    options.onSay?.(edit.code, edit.params)
    return false
  }

  function reveal(ref: SlotRef) {
    const placement = held(ref)?.placement
    const day = placement && dayHolding(observable.value.days, placement.start)
    if (day) showDay(day.day)
    observable.update({ focus: ref, revealed: { id: ++lastId, ref } })
  }

  const context: TimetableContext = {
    store,
    timers,
    randomBytes,
    freshTitle: options.freshTitle,
    get state() {
      return observable.value
    },
    get timeZone() {
      return options.facts().timeZone
    },
    update: (part) => observable.update(part),
    layout,
    held,
    heldSelection: () =>
      [...observable.value.selection]
        .flatMap((ref) => held(ref) ?? [])
        .sort((a, b) => (a.placement?.start ?? Number.MAX_VALUE) - (b.placement?.start ?? Number.MAX_VALUE)),
    preview(preview) {
      observable.update({ preview })
      ghosts(preview)
    },
    select,
    focus: (focus) => observable.update({ focus }),
    showDay,
    reveal,
    announce(code, { ref = null, placement = null, count = 1 } = {}) {
      const announcement: Announcement = { id: ++lastId, code, ref, placement, count }
      observable.update({ announcement })
    },
    run,
    say: (code, params = {}) => options.onSay?.(code, params),
    commit,
    begin: (gesture, pointer) => hand.begin(gesture, pointer ?? null),
    endGesture: () => hand.end(),
    cancelGesture: () => hand.cancel(),
  }
  const hand = createHand(context)

  /** Working out the days asks the time zone for every slot: only where a talk leaves the fair's own days, or may have. */
  function mayChangeDays(touched: readonly RecordKey[]): boolean {
    const { days } = observable.value
    if (days.length > daysBetween(options.startsOn, options.endsOn).length) return true
    return touched.some(({ kind, id }) => {
      const talk = kind === 'talks' ? store.get('talks', id) : undefined
      return talk && !talk.removed && slotsOf(talk).some(({ start }) => !dayHolding(days, start))
    })
  }

  /** What is gone cannot stay selected; days come and go with the talks on them. */
  function followStore(touched: readonly RecordKey[]) {
    const { selection, days, day, focus } = observable.value
    if (!touched.some(({ kind }) => kind === 'talks' || kind === 'stages' || kind === 'halls')) return
    const part: { -readonly [K in keyof TimetableState]?: TimetableState[K] } = {}
    const next = mayChangeDays(touched) ? daysNow() : days
    if (next.length !== days.length || next.some((one, index) => one.from !== days[index]?.from)) part.days = next
    if (!next.some((one) => one.day === day)) part.day = next[0]?.day ?? day
    if ([...selection].some((ref) => !held(ref))) part.selection = new Set([...selection].filter(held))
    if (focus !== null && !held(focus)) part.focus = null
    observable.update(part)
    fitColumns()
  }
  const stopFollowing = store.subscribe(followStore)

  function fitColumns() {
    const { size } = observable.value
    observable.update({ columnWidth: columnWidthFor(size.width, sortedStages(store.plan).length) })
  }

  function dispatch(event: TimetableEvent): boolean {
    switch (event.type) {
      case 'keyDown': {
        if (hand.key(event)) return true
        const command = commandForKey(event, context, event.within)
        return command !== null && perform(command)
      }
      case 'blur':
        hand.cancel()
        return true
      default: {
        const { state } = context
        const day = layout()
        const stageId = event.zone.at === 'grid' ? stageAt(day, state, event.x) : null
        cursor.send(stageId === null ? null : { stageId, minute: Math.round(minuteAt(day, state, event.y)) })
        return hand.dispatch(event)
      }
    }
  }

  function isEnabled(id: CommandId): boolean {
    const command = COMMANDS[id]
    return !(command.edits && observable.value.readOnly) && command.isEnabled(context)
  }

  function perform(id: CommandId): boolean {
    if (!isEnabled(id)) return false
    COMMANDS[id].perform(context)
    return true
  }

  return {
    store,
    get state() {
      return observable.value
    },
    subscribe: (listener) => observable.subscribe(listener),
    layout,
    held,
    dispatch,
    perform,
    isEnabled,
    setView(view) {
      hand.cancel()
      observable.update({ view })
    },
    setDay(day) {
      hand.cancel()
      showDay(day)
    },
    setFilter: (part) => observable.update({ filter: { ...observable.value.filter, ...part } }),
    setSelection: (refs) => select([...refs].filter(held)),
    setFocus: (focus) => observable.update({ focus }),
    setZoom: (zoom) => observable.update({ zoom: clampZoom(zoom) }),
    setSize(width, height) {
      const { size } = observable.value
      if (size.width === width && size.height === height) return
      observable.update({ size: { width, height } })
      fitColumns()
    },
    reveal(ref) {
      select([ref])
      reveal(ref)
    },
    refresh() {
      laidOut = null
      observable.update({ days: daysNow() })
    },
    setReadOnly(readOnly) {
      if (readOnly) hand.cancel()
      observable.update({ readOnly })
    },
    apply: commit,
    run,
    createTalk() {
      const { id, edit } = freshTalk(context, null)
      if (!run(edit)) return null
      select([id])
      observable.update({ focus: id })
      return id
    },
    leave: () => cursor.sendNow(null),
    destroy() {
      hand.cancel()
      stopFollowing()
      cursor.stop()
      observable.clear()
    },
  }
}
