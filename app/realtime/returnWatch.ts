import { applyUpdate } from 'yjs'
import {
  createFairDocument,
  type FairDocument,
  recordFields,
  storedFields,
  writerOf,
} from '#shared/document/fairDocument'
import type { Json, StoredFields } from '#shared/document/patch'
import type { Plan, RecordKey } from '#shared/document/records'
import type { Dispute, Ground } from '#shared/merge/dispute'
import { findDisputes } from '#shared/merge/findDisputes'
import { joinedOwn, type OwnEdit, type OwnRecord, withOwnEdit } from '#shared/merge/ownEdits'
import { keyText, referencesOf } from '#shared/merge/references'
import { isGone } from '#shared/merge/units'
import type { ReturnNotes } from './returnNotes'

/** What waits longer for the server than this was made without knowing what others did meanwhile. */
const AWAY_MS = 3000
/** While connected a confirmation takes milliseconds: only what has none by then is worth keeping on the device. */
const KEEP_AFTER_MS = 300

export interface ReturnWatchOptions {
  doc: FairDocument
  plan: () => Plan
  notes: Pick<ReturnNotes, 'earlier' | 'keep' | 'forget'> | null
  /** Account behind a client of the document, where it is known. */
  accountOf: (clientId: number) => string | null
}

/** Follows what this window does while the server has not confirmed it, and compares once both sides are together again. */
export interface ReturnWatch {
  /** There are edits without a confirmation: the server's own state has to be asked for before they are sent. */
  readonly isAway: boolean
  note(edits: readonly OwnEdit[], connected: boolean): void
  /** The server's whole document, before it gets what is made here. */
  hear(update: Uint8Array): void
  /** The connection ended. */
  lost(): void
  /** Everything is on the server's disk: what both sides changed meanwhile. */
  settle(): Dispute[]
  destroy(): void
}

export function createReturnWatch({ doc, plan, notes, accountOf }: ReturnWatchOptions): ReturnWatch {
  const own = new Map<string, OwnRecord>()
  const ground = new Map<string, Ground>()
  /** Windows whose edits count as one's own. */
  const clients = new Set(notes?.earlier.clients)
  for (const record of notes?.earlier.own ?? []) {
    const known = own.get(keyText(record))
    own.set(keyText(record), known ? joinedOwn(known, record) : record)
  }
  for (const stood of notes?.earlier.ground ?? []) ground.set(keyText(stood), stood)
  let theirs: FairDocument | null = null
  /** Found on a connection that ended before everything was confirmed. */
  let found = new Map<string, Dispute>()
  let awaySince = own.size > 0 ? Number.NEGATIVE_INFINITY : null
  let timer: ReturnType<typeof setTimeout> | undefined
  let unkept = { own: new Set<string>(), ground: new Set<string>() }

  const keep = () => {
    clearTimeout(timer)
    timer = undefined
    const pick = <T>(from: ReadonlyMap<string, T>, keys: Iterable<string>) =>
      [...keys].flatMap((key) => from.get(key) ?? [])
    notes?.keep(pick(own, unkept.own), pick(ground, unkept.ground))
    unkept = { own: new Set(), ground: new Set() }
  }
  const noteGround = (of: OwnEdit['after']) => {
    for (const key of of ? referencesOf(of) : []) {
      const fields = ground.has(keyText(key)) ? null : recordFields(doc, key)
      if (!fields) continue
      ground.set(keyText(key), { kind: key.kind, id: key.id, fields })
      unkept.ground.add(keyText(key))
      noteGround(fields)
    }
  }
  const compare = (other: FairDocument | null): Dispute[] => {
    const now = (key: RecordKey) => recordFields(doc, key)
    return findDisputes({
      own: own.values(),
      ground: ground.values(),
      theirs: other ? (key) => withoutOwn(other, key, own.get(keyText(key)), clients) : now,
      now,
      usersOf: usersIn(plan()),
      writerOf: (key, fields) => {
        const client = writerOf(other ?? doc, key, fields)
        return client === null || clients.has(client) ? null : { client, accountId: accountOf(client) }
      },
    })
  }
  const dropTheirs = () => {
    theirs?.destroy()
    theirs = null
  }

  return {
    get isAway() {
      return own.size > 0
    },
    note(edits, connected) {
      awaySince ??= performance.now()
      clients.add(doc.clientID)
      for (const edit of edits) {
        const key = keyText(edit)
        own.set(key, withOwnEdit(own.get(key), edit))
        unkept.own.add(key)
        noteGround(edit.after)
      }
      if (!connected) keep()
      else timer ??= setTimeout(keep, KEEP_AFTER_MS)
    },
    hear(update) {
      dropTheirs()
      theirs = createFairDocument()
      applyUpdate(theirs, update)
    },
    lost() {
      if (theirs) for (const dispute of compare(theirs)) found.set(dispute.key, dispute)
      dropTheirs()
    },
    settle() {
      if (own.size === 0) return []
      const isLate = awaySince !== null && performance.now() - awaySince > AWAY_MS
      if (theirs || isLate) for (const dispute of compare(theirs)) found.set(dispute.key, dispute)
      const disputes = [...found.values()]
      dropTheirs()
      clearTimeout(timer)
      timer = undefined
      unkept = { own: new Set(), ground: new Set() }
      own.clear()
      ground.clear()
      found = new Map()
      awaySince = null
      notes?.forget()
      return disputes
    },
    destroy() {
      if (timer !== undefined) keep()
      dropTheirs()
    },
  }
}

/** A connection may end between an edit's way to the server and its confirmation: what is one's own there is not theirs. */
function withoutOwn(
  other: FairDocument,
  key: RecordKey,
  record: OwnRecord | undefined,
  clients: ReadonlySet<number>,
): StoredFields | null {
  const fields = recordFields(other, key)
  if (!fields || !record) return fields
  const isOwn = (field: string) => {
    const client = writerOf(other, key, [field])
    return client !== null && clients.has(client)
  }
  const { base, touched } = record
  if (base === null) return Object.keys(storedFields(other, key) ?? {}).every(isOwn) ? null : fields
  const put: Record<string, Json> = { ...fields }
  for (const field of touched.filter(isOwn)) {
    const value = base[field]
    if (value === undefined) delete put[field]
    else put[field] = value
  }
  return put
}

/** Who hangs on whom, looked up when it is first asked for. */
function usersIn(plan: Plan): (key: RecordKey) => readonly RecordKey[] {
  let users: Map<string, RecordKey[]> | null = null
  const readAll = () => {
    const found = new Map<string, RecordKey[]>()
    for (const kind of ['booths', 'walls', 'columns', 'exits', 'stages', 'meetingPoints', 'talks'] as const) {
      for (const [id, record] of plan[kind]) {
        const fields = record as unknown as Parameters<typeof referencesOf>[0]
        if (isGone(fields)) continue
        for (const reference of referencesOf(fields)) {
          const key = keyText(reference)
          const users = found.get(key)
          if (users) users.push({ kind, id })
          else found.set(key, [{ kind, id }])
        }
      }
    }
    return found
  }
  return (key) => {
    users ??= readAll()
    return users.get(keyText(key)) ?? []
  }
}
