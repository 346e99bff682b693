import type { Awareness } from 'y-protocols/awareness'
import { encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { createFairDocument, type FairDocument } from '#shared/document/fairDocument'
import { planToJson } from '#shared/exchange/planJson'
import { createFairStore, type FairStore } from '~/canvas/document/fairStore'
import { createValue, type Value } from '~/lib/value'
import { type ConnectionModel, connectionView, unsavedChanges } from '~/realtime/connectionState'
import { base64, type ChangesFile } from '~/realtime/exportChanges'
import { type LocalCopy, openLocalCopy } from '~/realtime/localCopy'
import { createPeople, type People } from '~/realtime/people'
import { createSyncClient, type SyncClient } from '~/realtime/syncClient'
import type { LiveNoticeCode, NoticeParams } from './notices'

export interface LiveData {
  fairId: string
  /** Whose copy on the device it is. */
  accountId: string
}

/** The fair's document as one window has it open, whichever editor shows it. */
export interface LiveSession {
  readonly data: LiveData
  readonly store: FairStore
  readonly people: People
  readonly connection: Pick<Value<ConnectionModel>, 'current' | 'subscribe'>
  /** False where this browser keeps nothing for working offline. */
  readonly keepsCopy: Value<boolean>
  /** False as long as nobody knows what the document holds: no copy here, no answer from the server yet. */
  readonly loaded: Value<boolean>
  /** Changes of which the server has not said that they are on disk. */
  unsaved(): number
  /** What the server lacks, as a file. */
  changesFile(now: Date): ChangesFile
  /** Drops what this device keeps of the fair; the next visit starts from the server's document. */
  dropCopy(): Promise<void>
  destroy(): void
}

/** With what the editor around it needs to tell the others. */
export interface OpenedLive extends LiveSession {
  readonly awareness: Awareness
}

export interface LiveOptions extends LiveData {
  say: (code: LiveNoticeCode, params?: NoticeParams) => void
}

/** Opens the document, from this device first and then from the server. */
export async function openLiveSession({ fairId, accountId, say }: LiveOptions): Promise<OpenedLive> {
  const doc = createFairDocument()
  const keepsCopy = createValue(true)
  const copy = await openLocalCopy({
    fairId,
    accountId,
    doc,
    onFailure: () => {
      keepsCopy.set(false)
      say('copyFailing')
    },
  })
  keepsCopy.set(copy !== null)
  const store = createFairStore(doc, { onTooLarge: () => say('tooLarge') })

  let who: People['setWho'] = () => {}
  const sync = createSyncClient({
    address: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`,
    fairId,
    doc,
    restored: copy?.restored ?? 0,
    isOwn: store.isOwn,
    onWho: (list) => who(list),
    onRepair: (repair) => {
      store.forgetRepaired(repair)
      const names = repair.ids.map((id) => nameOf(store, repair.kind, id)).join(', ')
      say(repair.kind === 'booths' ? 'repairedBooths' : 'repairedHalls', { names, count: repair.ids.length })
    },
  })
  const people = createPeople(sync.awareness)
  who = people.setWho

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
  }
  const stopFollowing = sync.subscribe(follow)
  follow(sync.connection)

  return {
    data: { fairId, accountId },
    store,
    people,
    awareness: sync.awareness,
    connection: connectionOf(sync),
    keepsCopy,
    loaded,
    unsaved: () => unsavedChanges(sync.connection),
    changesFile: (now) => ({
      format: 'beursvloer-changes',
      version: 1,
      fairId,
      exportedAt: now.toISOString(),
      changes: unsavedChanges(sync.connection),
      plan: planToJson(store.plan),
      update: base64(confirmed ? encodeStateAsUpdate(doc, confirmed) : encodeStateAsUpdate(doc)),
    }),
    dropCopy: () => dropCopy(sync, copy),
    destroy() {
      stopFollowing()
      people.destroy()
      sync.destroy()
      store.destroy()
      void copy?.destroy()
      doc.destroy()
    },
  }
}

const isEmpty = (doc: FairDocument) => encodeStateVector(doc).length <= 1

const connectionOf = (sync: SyncClient): LiveSession['connection'] => ({
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

/** Calls once the server takes nothing from this window any more. */
export function whenRefused({ connection }: Pick<LiveSession, 'connection'>, call: () => void): () => void {
  const look = () => {
    if (connectionView(connection.current).kind === 'refused') call()
  }
  look()
  return connection.subscribe(look)
}
