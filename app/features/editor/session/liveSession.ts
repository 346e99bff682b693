import type { Awareness } from 'y-protocols/awareness'
import { encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { createFairDocument, type FairDocument, recordFields } from '#shared/document/fairDocument'
import { planToJson } from '#shared/exchange/planJson'
import { createFairStore, type FairStore } from '~/canvas/document/fairStore'
import { createValue, type Value } from '~/lib/value'
import { type ConnectionModel, connectionView, unsavedChanges } from '~/realtime/connectionState'
import { base64, type ChangesFile } from '~/realtime/exportChanges'
import { type LocalCopy, openLocalCopy } from '~/realtime/localCopy'
import { createPeople, type People } from '~/realtime/people'
import { createReturnWatch } from '~/realtime/returnWatch'
import { createSyncClient, type SyncClient } from '~/realtime/syncClient'
import type { LiveNoticeCode, NoticeParams } from './notices'
import { createReturned, type Returned } from './returned'

export interface LiveData {
  fairId: string
  /** Whose copy on the device it is. */
  accountId: string
  /** Of the fair: times are told in it. */
  timeZone: string
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
  /** What others changed too while this window was away. */
  readonly returned: Returned
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
export async function openLiveSession({ fairId, accountId, timeZone, say }: LiveOptions): Promise<OpenedLive> {
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
  /** Everyone seen on this page, by client of the document. */
  const accounts = new Map<number, string>()
  const watch = createReturnWatch({
    doc,
    plan: () => store.plan,
    notes: copy?.notes ?? null,
    accountOf: (client) => accounts.get(client) ?? null,
  })
  const store = createFairStore(doc, {
    onTooLarge: () => say('tooLarge'),
    onOwn: (edits) => watch.note(edits, sync.connection.link === 'synced'),
  })
  const returned = createReturned({
    notes: copy?.notes ?? null,
    read: (key) => recordFields(doc, key),
    apply: (patch) => store.apply(patch),
  })

  let who: People['setWho'] = () => {}
  const sync = createSyncClient({
    address: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`,
    fairId,
    doc,
    restored: copy?.restored ?? 0,
    isOwn: store.isOwn,
    wantsWhole: () => watch.isAway,
    onWhole: watch.hear,
    onWho: (list) => {
      for (const one of list) accounts.set(one.clientId, one.accountId)
      who(list)
    },
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
    if (model.link === 'down') watch.lost()
    if (view.kind === 'saved') {
      returned.add(watch.settle())
      confirmed = encodeStateVector(doc)
      copy?.setConfirmed(confirmed)
    }
  }
  const stopFollowing = sync.subscribe(follow)
  follow(sync.connection)

  return {
    data: { fairId, accountId, timeZone },
    store,
    returned,
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
      watch.destroy()
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
