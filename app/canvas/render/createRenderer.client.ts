import type { RecordKey } from '#shared/document/records'
import { boxesMeet } from '#shared/geometry/boxes'
import { itemOf } from '#shared/plan/itemKey'
import type { EditorState, ItemKey } from '../editor/types'
import { visibleBox } from '../editor/viewport'
import { createFrameLoop } from './frameLoop'
import { HotSet } from './hotSet'
import { createLayers } from './layers.client'
import { paintFloor } from './paintFloor'
import { paintGuides } from './paintGuides'
import { paintItem } from './paintItem'
import { paintPeople } from './paintPeople'
import { paintPreview } from './paintPreview'
import { paintSelection } from './paintSelection'
import type { Pen } from './pen'
import { type PlanItem, reshaped } from './planItem'
import { byLevel, PlanModel } from './planModel'
import type { Renderer, RendererOptions } from './types'
import { Views } from './views'

/** Painting of bitmaps may take so much of a frame, ms. */
const BUDGET_MS = 5
/** Nothing has been shown yet: the first picture is worth a longer frame. */
const FIRST_BUDGET_MS = 24
/** Changes of more things than this paint everything anew instead of mending one by one. */
const MANY = 300
const SETTLE_MS = 300

export function createRenderer({
  container,
  editor,
  store,
  overlays,
  language,
  ...options
}: RendererOptions): Renderer {
  let { theme } = options
  const sources = {
    language,
    sector: (id: string) => store.get('sectors', id),
    statusOf: (boothId: string) => overlays.statusOf(boothId),
    problemOf: (key: ItemKey) => overlays.problemOf(key),
  }
  let model = new PlanModel(store, sources, editor.state.hallId)
  let views: Views | null = null
  let hot = newHotSet()
  /** Previews of existing things, kept while the preview stays the same. */
  let moved = new Map<ItemKey, PlanItem>()
  let movedAt = 0
  let [staticDirty, dynamicDirty] = [true, true]
  let started = false

  const layers = createLayers(container, () => editor.state.viewport, {
    statics: paintStatics,
    dynamics: paintDynamics,
  })
  const loop = createFrameLoop(frame)

  function newHotSet(): HotSet {
    return new HotSet(model, (box) => views?.mend(box))
  }

  /** What the view shows of a thing at this moment. */
  function find(key: ItemKey): PlanItem | undefined {
    return moved.get(key) ?? model.items.get(key)
  }

  function paintStatics(pen: Pen): void {
    const { viewport, showGrid } = editor.state
    paintFloor(pen, viewport, model.floor, theme, showGrid)
    const view = {
      k: pen.k,
      ox: pen.ox,
      oy: pen.oy,
      width: viewport.width * pen.ratio,
      height: viewport.height * pen.ratio,
    }
    for (const bitmap of views?.bitmaps(viewport) ?? []) bitmap.blit(pen.g, view)
  }

  function paintDynamics(pen: Pen): void {
    const { state } = editor
    const seen = visibleBox(state.viewport)
    const visible = [...hot.items()]
      .map((item) => moved.get(item.key) ?? item)
      .filter(({ box }) => boxesMeet(box, seen))
    for (const item of visible.sort(byLevel)) paintItem(pen, item, theme)
    paintSelection(pen, state, store, find, theme)
    const sector = state.options.sectorId === null ? undefined : store.get('sectors', state.options.sectorId)
    paintPreview(pen, state, sector?.tint ?? null, theme)
    paintGuides(pen, state, theme)
    paintPeople(pen, overlays.people(), find, theme)
  }

  function frame(): boolean {
    if (!views) return false
    const now = performance.now()
    const settled = hot.settle(now)
    if (settled.length > MANY) views.renew(editor.state.viewport)
    else for (const { box } of settled) views.mend(box)
    if (settled.length > 0) staticDirty = dynamicDirty = true
    const budget = started ? BUDGET_MS : FIRST_BUDGET_MS
    const { shown, more } = views.work(editor.state.viewport, now - movedAt, now + budget)
    if (shown) started = staticDirty = true
    if (staticDirty) layers.drawStatic()
    if (dynamicDirty) layers.drawDynamic()
    staticDirty = dynamicDirty = false
    if (!more && hot.settles) loop.wakeIn(SETTLE_MS)
    return more
  }

  /** Things changed: they leave the bitmaps for a while. */
  function change(keys: readonly ItemKey[]): void {
    const now = performance.now()
    const many = keys.length > MANY
    for (const key of keys) {
      if (many) hot.liftQuietly(key, now)
      else hot.lift(key, now)
      model.refresh(key)
    }
    if (many) {
      hot.settle(now, true)
      views?.renew(editor.state.viewport)
    }
    if (keys.length === 0) return
    staticDirty = dynamicDirty = true
    loop.wake()
  }

  /** Everything is read and painted again. */
  function rebuild(): void {
    model = new PlanModel(store, sources, editor.state.hallId)
    hot = newHotSet()
    moved = new Map()
    views?.renew(editor.state.viewport)
    staticDirty = dynamicDirty = true
    loop.wake()
    followPreview(editor.state)
  }

  function followStore(touched: readonly RecordKey[]): void {
    if (touched.some(({ kind, id }) => kind === 'halls' && id === model.hallId)) {
      model.readFloor()
      staticDirty = true
      loop.wake()
    }
    if (touched.some(({ kind }) => kind === 'sectors')) rebuild()
    else change(model.keysOf(touched))
  }

  function followPreview({ preview }: EditorState): void {
    const now = performance.now()
    const shapes = preview?.moved ?? new Map()
    const fresh = [...shapes.keys()].filter((key) => !hot.has(key))
    for (const key of fresh) {
      if (fresh.length > MANY) hot.liftQuietly(key, now)
      else hot.lift(key, now)
    }
    if (fresh.length > MANY) views?.renew(editor.state.viewport)
    if (fresh.length > 0) staticDirty = true
    hot.hold(new Set(shapes.keys()), now)
    moved = new Map()
    for (const [key, shape] of shapes) {
      const [item, record] = [model.items.get(key), itemOf(store.plan, key)]
      if (item && record) moved.set(key, reshaped(item, record, shape))
    }
  }

  function followEditor(state: EditorState, before: EditorState): void {
    if (state.hallId !== before.hallId) rebuild()
    if (state.viewport !== before.viewport) {
      movedAt = performance.now()
      staticDirty = true
    }
    if (state.showGrid !== before.showGrid) staticDirty = true
    if (state.preview?.moved !== before.preview?.moved) followPreview(state)
    dynamicDirty = true
    loop.wake()
  }

  const stops = [
    store.subscribe(followStore),
    editor.subscribe(followEditor),
    overlays.subscribe((what, keys) => {
      dynamicDirty = true
      loop.wake()
      if (what !== 'people') change([...(keys ?? model.items.keys())].filter((key) => model.items.has(key)))
    }),
  ]

  return {
    resize(width, height) {
      if (width < 1 || height < 1) return
      layers.resize(width, height)
      views = new Views(
        { width, height, ratio: layers.ratio },
        () => model,
        () => theme,
      )
      started = false
      editor.setSize(width, height)
      views.renew(editor.state.viewport)
      staticDirty = dynamicDirty = true
      loop.wake()
    },
    setTheme(next) {
      theme = next
      views?.renew(editor.state.viewport)
      staticDirty = dynamicDirty = true
      loop.wake()
    },
    destroy() {
      for (const stop of stops) stop()
      loop.stop()
      layers.destroy()
    },
  }
}
