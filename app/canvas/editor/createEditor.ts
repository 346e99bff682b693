import type { Patch } from '#shared/document/patch'
import type { RecordKey } from '#shared/document/records'
import { growBox, unionOf } from '#shared/geometry/boxes'
import { boundsOf } from '#shared/geometry/place'
import type { Box } from '#shared/geometry/types'
import type { HallId } from '#shared/kernel/ids'
import { HallIndex } from '#shared/plan/hallIndex'
import { isPlacedKind, itemKey, itemOf } from '#shared/plan/itemKey'
import { Observable } from '~/lib/observable'
import { AWARENESS_MS, platformTimers, throttle } from '~/lib/throttle'
import { COMMANDS, commandForKey } from './commands/registry'
import { createCommitter } from './commit'
import type { EditorContext } from './context'
import { createGhosts } from './ghosts'
import { itemAt, itemsMeeting } from './hit'
import { createPointers } from './pointers'
import { initialState } from './state'
import type { Editor, EditorEvent, EditorMessage, EditorOptions, EditorState, ItemKey, Viewport } from './types'
import { fitBox, toPlan } from './viewport'
import { createWheel } from './wheel'

/** How near a thin thing must be to the pointer. */
const HIT_PX = 5
const MOST_MESSAGES = 3
/** Floor shown around what a list jumps to, mm. */
const REVEAL_AROUND_MM = 5000

export function createEditor(options: EditorOptions): Editor {
  const { store, randomBytes, timers = platformTimers, isClaimed = () => false, onCursor } = options
  const observable = new Observable<EditorState>(initialState(options))
  const index = new HallIndex(store.plan)
  const views = new Map<HallId, Viewport>()
  const ghosts = createGhosts(options)
  const cursor = throttle(timers, AWARENESS_MS, (point: EditorState['pointer']) => onCursor?.(point))
  const wheel = createWheel(timers)
  let lastMessage = 0

  const context: EditorContext = {
    store,
    timers,
    randomBytes,
    isClaimed,
    get state() {
      return observable.value
    },
    get busy() {
      return committer.busy
    },
    update: (part) => observable.update(part),
    preview(preview) {
      observable.update({ preview })
      ghosts(preview)
    },
    setTool(tool) {
      pointers.cancel()
      observable.update({ tool, guides: [], preview: null, hover: null })
      pointers.rest()
    },
    select: (keys) => {
      const selection = new Set(keys)
      const { selection: before } = observable.value
      if (selection.size === before.size && [...selection].every((key) => before.has(key))) return
      observable.update({ selection })
    },
    look: (viewport) => observable.update({ viewport }),
    index: (hallId) => index.of(hallId),
    itemAt(point, tolerancePx = HIT_PX) {
      const { hallId, viewport } = observable.value
      return hallId === null ? null : itemAt(store.plan, index.of(hallId), point, tolerancePx / viewport.scale)
    },
    hallBox() {
      const { hallId } = observable.value
      const hall = hallId === null ? undefined : store.get('halls', hallId)
      return hall ? boundsOf(hall.outline) : null
    },
    commit: (patch) => committer.commit(patch),
    say(code, params = {}) {
      const message: EditorMessage = { id: ++lastMessage, code, params }
      observable.update({ messages: [...observable.value.messages, message].slice(-MOST_MESSAGES) })
    },
    cancelGesture: () => pointers.cancel(),
  }
  const pointers = createPointers(context)
  const committer = createCommitter(context, options, () => pointers.rest())

  /** What is gone cannot stay selected; a hall that is gone makes room for another. */
  function followStore(touched: readonly RecordKey[]) {
    for (const { kind, id } of touched) if (isPlacedKind(kind)) index.update(itemKey(kind, id), store.get(kind, id))
    const { selection, hover, hallId } = observable.value
    const isThere = (key: ItemKey) => itemOf(store.plan, key)?.hallId === observable.value.hallId
    if (touched.some(({ kind }) => kind === 'halls') && (hallId === null || !store.get('halls', hallId))) {
      showHall(store.plan.halls.values().next().value?.id ?? null)
    } else if (touched.some(({ kind, id }) => isPlacedKind(kind) && selection.has(itemKey(kind, id)))) {
      context.select([...selection].filter(isThere))
    }
    if (hover && !isThere(hover)) observable.update({ hover: null })
  }
  const stopFollowing = store.subscribe(followStore)

  function showHall(hallId: HallId | null) {
    const { hallId: before, viewport } = observable.value
    if (hallId === before) return
    pointers.cancel()
    if (before !== null) views.set(before, viewport)
    observable.update({ hallId, selection: new Set(), hover: null, guides: [], preview: null })
    const seen = hallId === null ? undefined : views.get(hallId)
    if (seen) observable.update({ viewport: { ...viewport, scale: seen.scale, x: seen.x, y: seen.y } })
    else fitHall()
  }

  function fitHall() {
    const box = context.hallBox()
    const { viewport } = observable.value
    if (box && viewport.width > 0) observable.update({ viewport: fitBox(viewport, box) })
  }

  function show(box: Box, pad?: number) {
    const { viewport } = observable.value
    if (viewport.width > 0) observable.update({ viewport: fitBox(viewport, box, pad) })
  }

  function dispatch(event: EditorEvent): boolean {
    switch (event.type) {
      case 'wheel':
        observable.update({ viewport: wheel(observable.value.viewport, event) })
        pointers.rest()
        return true
      case 'pointerLeave':
        observable.update({ pointer: null })
        cursor.sendNow(null)
        pointers.leave()
        return true
      case 'keyDown': {
        if (event.key === ' ') {
          if (!event.repeat) pointers.setHand(true)
          return true
        }
        const command = commandForKey(event, context)
        return command !== null && perform(command, {})
      }
      case 'keyUp':
        if (event.key === ' ') pointers.setHand(false)
        return event.key === ' '
      case 'blur':
        pointers.setHand(false)
        pointers.cancel()
        return true
      default: {
        const [x, y] = toPlan(observable.value.viewport, [event.x, event.y])
        const pointer = [Math.round(x), Math.round(y)] as const
        observable.update({ pointer })
        cursor.send(pointer)
        return pointers.dispatch(event)
      }
    }
  }

  const enabled = (id: keyof typeof COMMANDS): boolean => {
    const command = COMMANDS[id]
    if (command.edits && (observable.value.readOnly || committer.busy)) return false
    return command.isEnabled(context)
  }

  const perform: Editor['perform'] = (id, input = {}) => {
    if (!enabled(id)) return false
    COMMANDS[id].perform(context, input)
    return true
  }

  return {
    store,
    get state() {
      return observable.value
    },
    subscribe: (listener) => observable.subscribe(listener),
    dispatch,
    perform,
    isEnabled: enabled,
    isActive: (id) => COMMANDS[id].isActive?.(context) ?? false,
    setHall: showHall,
    setTool: (tool) => context.setTool(tool),
    setOptions: (part) => observable.update({ options: { ...observable.value.options, ...part } }),
    setSelection: (keys) => context.select([...keys].filter((key) => itemOf(store.plan, key))),
    setSize(width, height) {
      const { viewport } = observable.value
      const first = viewport.width === 0
      observable.update({ viewport: { ...viewport, width, height } })
      if (first) fitHall()
    },
    setInsets: (insets) => observable.update({ viewport: { ...observable.value.viewport, insets } }),
    setViewport: (view) => observable.update({ viewport: { ...observable.value.viewport, ...view } }),
    fit: show,
    reveal(keys) {
      const records = keys.flatMap((key) => itemOf(store.plan, key) ?? [])
      const [first] = records
      if (!first) return
      showHall(first.hallId)
      context.select(keys.filter((key) => itemOf(store.plan, key)?.hallId === first.hallId))
      const box = unionOf(keys.flatMap((key) => index.of(first.hallId).boxOf(key) ?? []))
      if (box) show(growBox(box, REVEAL_AROUND_MM))
    },
    setReadOnly(readOnly) {
      if (readOnly) pointers.cancel()
      observable.update({ readOnly })
      pointers.rest()
    },
    setSnapping: (snapping) => observable.update({ snapping }),
    setShowGrid: (showGrid) => observable.update({ showGrid }),
    dismissMessage: (id) =>
      observable.update({ messages: observable.value.messages.filter((message) => message.id !== id) }),
    applyPatch: (patch: Patch) => context.commit(() => patch),
    itemAt: (point, tolerance = 0) => {
      const { hallId } = observable.value
      return hallId === null ? null : itemAt(store.plan, index.of(hallId), point, tolerance)
    },
    itemsIn: (box) => {
      const { hallId } = observable.value
      return hallId === null ? [] : itemsMeeting(store.plan, index.of(hallId), box)
    },
    destroy() {
      pointers.cancel()
      stopFollowing()
      cursor.stop()
      observable.clear()
    },
  }
}
