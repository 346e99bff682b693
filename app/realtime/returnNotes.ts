import { z } from 'zod'
import { RECORD_KINDS } from '#shared/document/records'
import type { Dispute, Ground } from '#shared/merge/dispute'
import type { OwnRecord } from '#shared/merge/ownEdits'
import { CUSTOM_STORE } from '~/lib/localCopies'

/** `own/<client id>/<kind>/<id>`: what that window did to a record and the server has not confirmed. */
const OWN_PREFIX = 'own/'
/** `ground/<client id>/<kind>/<id>`: what such records stood on. */
const GROUND_PREFIX = 'ground/'
/** `dispute/<key>`: what is still to be decided, each by itself, since two windows may have come back at once. */
const DISPUTE_PREFIX = 'dispute/'

const fieldsSchema = z.record(z.string(), z.json())
const keySchema = { kind: z.enum(RECORD_KINDS as [(typeof RECORD_KINDS)[number]]), id: z.string() }
const ownSchema = z.object({
  ...keySchema,
  base: fieldsSchema.nullable(),
  mine: fieldsSchema.nullable(),
  touched: z.array(z.string()),
})
const groundSchema = z.object({ ...keySchema, fields: fieldsSchema })
const partSchema = z.record(z.string(), z.json().optional())
const writerSchema = z.object({ client: z.number(), accountId: z.string().nullable() })
const disputedSchema = { ...keySchema, key: z.string(), record: fieldsSchema, by: writerSchema.nullable() }
const disputeSchema = z.discriminatedUnion('type', [
  z.object({
    ...disputedSchema,
    type: z.literal('field'),
    unit: z.string(),
    mine: partSchema,
    theirs: partSchema,
  }),
  z.object({
    ...disputedSchema,
    type: z.literal('removal'),
    removedBy: z.enum(['mine', 'theirs']),
    edited: z.array(z.string()),
    edits: partSchema,
    uses: z.array(z.object(keySchema)),
    ground: z.array(groundSchema),
  }),
])
const undecidedSchema = z.object({ dispute: disputeSchema, later: z.boolean() })
type KeptDispute = { dispute: Dispute; later: boolean }

/** What is still to be decided; `later`: the person has put it off. */
export interface Undecided {
  disputes: readonly Dispute[]
  later: boolean
}

export const NOTHING_UNDECIDED: Undecided = { disputes: [], later: false }

/** Windows of this person that left something unconfirmed: gone, or open beside this one. */
export interface EarlierWindows {
  readonly own: readonly OwnRecord[]
  readonly ground: readonly Ground[]
  /** Their clients of the document. */
  readonly clients: readonly number[]
}

/** What outlives a reload of the work of coming back, beside the document on this device. */
export interface ReturnNotes {
  readonly earlier: EarlierWindows
  readonly undecided: Undecided
  keep(own: readonly OwnRecord[], ground: readonly Ground[]): void
  /** Everything is on the server, what earlier windows left too. */
  forget(): void
  setUndecided(undecided: Undecided): void
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const under = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\uffff`)

/** What an older version of this application left in another shape is no longer understood, and dropped. */
const understood = <T>(values: readonly unknown[], schema: z.ZodType<T>): T[] =>
  values.flatMap((value) => {
    const parsed = schema.safeParse(value)
    return parsed.success ? [parsed.data] : []
  })

/** `run` carries out what may fail, and says so. */
export async function openReturnNotes(
  db: IDBDatabase,
  clientId: number,
  run: (work: () => Promise<unknown>) => void,
): Promise<ReturnNotes> {
  const store = db.transaction(CUSTOM_STORE).objectStore(CUSTOM_STORE)
  const [keys, own, grounds, kept] = await Promise.all([
    settled(store.getAllKeys(under(OWN_PREFIX))),
    settled(store.getAll(under(OWN_PREFIX))),
    settled(store.getAll(under(GROUND_PREFIX))),
    settled(store.getAll(under(DISPUTE_PREFIX))),
  ])
  const clients = [...new Set(keys.map((key) => Number(String(key).split('/')[1])))]
  const earlierPrefixes = new Set(clients.map((client) => `${client}/`))
  const written = new Set<string>()
  const undecided = understood(kept, undecidedSchema) as KeptDispute[]
  let keptKeys = new Set(undecided.map(({ dispute }) => dispute.key))

  const write = (change: (store: IDBObjectStore) => void) =>
    run(
      () =>
        new Promise<void>((resolve, reject) => {
          const transaction = db.transaction(CUSTOM_STORE, 'readwrite')
          transaction.oncomplete = () => resolve()
          transaction.onabort = () => reject(transaction.error)
          change(transaction.objectStore(CUSTOM_STORE))
        }),
    )

  return {
    earlier: {
      own: understood(own, ownSchema) as OwnRecord[],
      ground: understood(grounds, groundSchema) as Ground[],
      clients,
    },
    undecided: {
      disputes: undecided.map(({ dispute }) => dispute),
      later: undecided.every(({ later }) => later),
    },
    keep(records, ground) {
      if (records.length + ground.length === 0) return
      written.add(`${clientId}/`)
      write((custom) => {
        for (const record of records) custom.put(record, `${OWN_PREFIX}${clientId}/${record.kind}/${record.id}`)
        for (const stood of ground) custom.put(stood, `${GROUND_PREFIX}${clientId}/${stood.kind}/${stood.id}`)
      })
    },
    forget() {
      const prefixes = [...earlierPrefixes, ...written]
      earlierPrefixes.clear()
      written.clear()
      if (prefixes.length === 0) return
      write((custom) => {
        for (const prefix of prefixes) {
          custom.delete(under(`${OWN_PREFIX}${prefix}`))
          custom.delete(under(`${GROUND_PREFIX}${prefix}`))
        }
      })
    },
    setUndecided({ disputes, later }) {
      const gone = [...keptKeys].filter((key) => !disputes.some((dispute) => dispute.key === key))
      keptKeys = new Set(disputes.map(({ key }) => key))
      write((custom) => {
        for (const key of gone) custom.delete(`${DISPUTE_PREFIX}${key}`)
        for (const dispute of disputes) custom.put({ dispute, later }, `${DISPUTE_PREFIX}${dispute.key}`)
      })
    },
  }
}
