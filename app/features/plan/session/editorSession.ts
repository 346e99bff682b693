import { encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { createFairDocument, type FairDocument } from '#shared/document/fairDocument'
import { planToJson } from '#shared/exchange/planJson'
import { type BoothId, platformRandomBytes } from '#shared/kernel/ids'
import type { BoothStatusEvent } from '#shared/protocol/events'
import { createFairStore, type FairStore } from '~/canvas/document/fairStore'
import { createEditor } from '~/canvas/editor/createEditor'
import type { ClaimedChange, Editor } from '~/canvas/editor/types'
import type { Overlays } from '~/canvas/render/types'
import { acquireBoothSocket } from '~/realtime/boothSocket'
import { type BoothStatusStore, createBoothStatusStore } from '~/realtime/boothStatusStore'
import { type ConnectionModel, connectionView, unsavedChanges } from '~/realtime/connectionState'
import { base64, type ChangesFile } from '~/realtime/exportChanges'
import { type LocalCopy, openLocalCopy } from '~/realtime/localCopy'
import { createPeople, type People } from '~/realtime/people'
import { createSyncClient, type SyncClient } from '~/realtime/syncClient'
import { createValue, type Value } from '../value'
import { followHalls } from './followHalls'
import { createNotices, type Notices } from './notices'
import { createOverlays } from './overlays'
import { createProblemWatch, type ProblemWatch } from './problemWatch'
import { sharePresence } from './sharePresence'

export interface SessionData {
  fairId: string
  accountId: string
  statuses: readonly BoothStatusEvent[]
}

/** Claimed booths are about to change; `answer` says whether they may. */
export interface ClaimedQuestion {
  boothIds: readonly BoothId[]
  change: ClaimedChange
  answer: (go: boolean) => void
}

/** Everything of one open editor that is not React. */
export interface EditorSession {
  readonly data: SessionData
  readonly store: FairStore
  readonly editor: Editor
  readonly problems: ProblemWatch
  readonly people: People
  readonly statuses: BoothStatusStore
  readonly overlays: Overlays
  readonly notices: Notices
  readonly connection: Pick<Value<ConnectionModel>, 'current' | 'subscribe'>
  readonly question: Value<ClaimedQuestion | null>
  /** False where this browser keeps nothing for working offline. */
  readonly keepsCopy: Value<boolean>
  /** False as long as nobody knows what the plan looks like: no copy here, no answer from the server yet. */
  readonly loaded: Value<boolean>
  isClaimed(boothId: string): boolean
  /** Changes of which the server has not said that they are on disk. */
  unsaved(): number
  /** What the server lacks, as a file. */
  changesFile(now: Date): ChangesFile
  /** Drops what this device keeps of the fair; the next visit starts from the server's plan. */
  dropCopy(): Promise<void>
  destroy(): void
}

const isHeld = (status: string | undefined) => status === 'held' || status === 'claimed' || status === 'confirmed'

/** Opens the document, from this device first and then from the server, with everything that follows it. */
export async function openEditorSession(data: SessionData): Promise<EditorSession> {
  const doc = createFairDocument()
  const notices = createNotices()
  const keepsCopy = createValue(true)
  const copy = await openLocalCopy({
    ...data,
    doc,
    onFailure: () => {
      keepsCopy.set(false)
      notices.say('copyFailing')
    },
  })
  keepsCopy.set(copy !== null)

  const store = createFairStore(doc, { onTooLarge: () => notices.say('tooLarge') })
  const booths = acquireBoothSocket()
  const statuses = createBoothStatusStore(data.fairId, booths.socket, data.statuses)
  const isClaimed = (boothId: string) => isHeld(statuses.current.statuses.get(boothId)?.status)
  const stopNaming = nameHolders(statuses)
  const question = createValue<ClaimedQuestion | null>(null)

  let who: People['setWho'] = () => {}
  const sync = createSyncClient({
    address: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`,
    fairId: data.fairId,
    doc,
    restored: copy?.restored ?? 0,
    isOwn: store.isOwn,
    onWho: (list) => who(list),
    onRepair: (repair) => {
      store.forgetRepaired(repair)
      const names = repair.ids.map((id) => nameOf(store, repair.kind, id)).join(', ')
      notices.say(repair.kind === 'booths' ? 'repairedBooths' : 'repairedHalls', { names, count: repair.ids.length })
    },
  })
  const people = createPeople(sync.awareness)
  who = people.setWho

  const presence = sharePresence(sync.awareness)
  const editor = createEditor({
    store,
    randomBytes: platformRandomBytes,
    hallId: null,
    isClaimed,
    confirmClaimed: (boothIds, change) =>
      new Promise((resolve) => {
        question.current?.answer(false)
        const answer = (go: boolean) => {
          question.set(null)
          resolve(go)
        }
        question.set({ boothIds, change, answer })
      }),
    onGhost: (ghost) => presence.set({ ghost }),
    onCursor: (cursor) => presence.set({ cursor }),
  })
  const stopPresence = presence.follow(editor)
  const stopHalls = followHalls(store, editor, data.fairId)
  const problems = createProblemWatch(store, editor)

  const loaded = createValue(!isEmpty(doc))
  let confirmed = copy?.confirmed ?? null
  const follow = (model: ConnectionModel) => {
    const view = connectionView(model)
    if (model.everSynced) loaded.set(true)
    copy?.setWaiting(unsavedChanges(model))
    if (view.kind === 'saved') {
      confirmed = encodeStateVector(doc)
      copy?.setConfirmed(confirmed)
    }
    if (view.kind === 'refused') editor.setReadOnly(true)
  }
  const stopFollowing = sync.subscribe(follow)
  follow(sync.connection)

  return {
    data,
    store,
    editor,
    problems,
    people,
    statuses,
    overlays: createOverlays({ editor, people, statuses, problems }),
    notices,
    connection: connectionOf(sync),
    question,
    keepsCopy,
    loaded,
    isClaimed,
    unsaved: () => unsavedChanges(sync.connection),
    changesFile: (now) => ({
      format: 'beursvloer-changes',
      version: 1,
      fairId: data.fairId,
      exportedAt: now.toISOString(),
      changes: unsavedChanges(sync.connection),
      plan: planToJson(store.plan),
      update: base64(confirmed ? encodeStateAsUpdate(doc, confirmed) : encodeStateAsUpdate(doc)),
    }),
    dropCopy: () => dropCopy(sync, copy),
    destroy() {
      stopFollowing()
      stopHalls()
      stopPresence()
      question.current?.answer(false)
      problems.destroy()
      editor.destroy()
      people.destroy()
      sync.destroy()
      stopNaming()
      statuses.destroy()
      booths.release()
      store.destroy()
      void copy?.destroy()
      doc.destroy()
    },
  }
}

/** Several claims in a short time are asked about once. */
const NAMES_AFTER_MS = 600

/** Changes are told without the names that organisers may know: they are asked for. */
function nameHolders(statuses: BoothStatusStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = statuses.subscribe((changed) => {
    const isNameless = (id: string) => {
      const event = statuses.current.statuses.get(id)
      return isHeld(event?.status) && event?.exhibitorName === null
    }
    if (!changed.some(isNameless)) return
    clearTimeout(timer)
    timer = setTimeout(() => statuses.refresh(), NAMES_AFTER_MS)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

const isEmpty = (doc: FairDocument) => encodeStateVector(doc).length <= 1

const connectionOf = (sync: SyncClient): EditorSession['connection'] => ({
  get current() {
    return sync.connection
  },
  subscribe: sync.subscribe,
})

async function dropCopy(sync: SyncClient, copy: LocalCopy | null): Promise<void> {
  sync.destroy()
  await copy?.clear()
}

function nameOf(store: FairStore, kind: 'booths' | 'halls', id: string): string {
  if (kind === 'booths') return store.get('booths', id)?.number ?? id
  return store.get('halls', id)?.name.nl ?? id
}
