import { setMaxListeners } from 'node:events'
import { expect } from 'vitest'
import type { Sql } from '#server/db/client'
import { applyPatch } from '#shared/document/fairDocument'
import { type Clock, systemClock } from '#shared/kernel/clock'
import type { AccountId, FairId } from '#shared/kernel/ids'
import { createAccount, createFair, createMember, sessionCookieFor } from '#tests/factories/fair'
import { eventually } from '#tests/helpers/eventually'
import { onceBack } from '#tests/helpers/faultyCluster'
import { seededRandom } from '#tests/helpers/seededRandom'
import { testDeps } from '#tests/helpers/testDeps'
import { Editor } from './editor'
import { beginning, gesture } from './gestures'
import { Witness } from './witness'

// Every client's awareness listens for the end of the process.
setMaxListeners(200, process)

export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** SEED repeats what is done, though not the timing of machines. */
export function seeded(): { seed: number; random: () => number; pick: (below: number) => number } {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
  const random = seededRandom(seed)
  return { seed, random, pick: (below) => Math.floor(random() * below) }
}

/** A fair with organisers at work on it, and what is checked after a fault. */
export interface Stage {
  fairId: FairId
  actors: { accountId: AccountId }[]
  editors: Editor[]
  witness: Witness
  /** All of them edit at their own pace until then, on `performance.now()`. */
  work(until: number): Promise<void>
  /** Nobody edits any more: all come to the same, and it is what they saw, were promised, and what the rows say. */
  settle(note: string, withinMs?: number): Promise<void>
  close(): void
}

export interface StageOptions {
  sql: Sql
  /** `ws://host/sync` */
  address: string
  editors: number
  random: () => number
  /** The server's. */
  clock?: Clock
  /** Whether editors also reload, and lose their network, while they work. */
  restless?: boolean
}

export async function setStage({
  sql,
  address,
  editors: count,
  random,
  clock = systemClock,
  restless = false,
}: StageOptions): Promise<Stage> {
  const pick = (below: number) => Math.floor(random() * below)
  const fairId = await createFair(sql)
  const actors: Stage['actors'] = []
  const editors: Editor[] = []
  for (let n = 0; n < count; n++) {
    const actor = await createAccount(sql)
    await createMember(sql, fairId, actor)
    actors.push(actor)
    editors.push(new Editor({ address, fairId, cookie: await sessionCookieFor(testDeps(sql, { clock }), actor) }))
  }
  const witness = new Witness(sql, fairId)

  const workAlone = async (editor: Editor, until: number) => {
    while (performance.now() < until) {
      for (let burst = pick(3); burst >= 0; burst--) gesture(editor.doc, random)
      const roll = restless ? random() : 1
      if (roll < 0.01) editor.reload()
      else if (roll < 0.02) {
        editor.goOffline()
        gesture(editor.doc, random)
        if (pick(2) === 0) editor.reload()
        await wait(pick(100))
        editor.goOnline()
      } else if (restless && roll < 0.03) editor.breakLine()
      await wait(10 + pick(60))
    }
  }

  const takeAll = (of: 'received' | 'promised') => editors.map((editor) => editor[of].splice(0))

  const check = async () => {
    for (const editor of editors) editor.askNow()
    for (const editor of editors) expect(editor.view).toEqual({ kind: 'saved' })
    await witness.readOn()
    for (const editor of editors) witness.expectSame(editor.doc)
    await witness.expectRows()
  }

  const settle = async (note: string, withinMs = 60_000) => {
    // Taken before the log is read: whatever was seen or promised is there by now.
    const received = takeAll('received')
    const promised = takeAll('promised')
    await onceBack(() => witness.readOn(), withinMs)
    for (const [n, updates] of received.entries()) {
      expect(witness.lacking(updates), `${note}: lost of what editor ${n} had received`).toBe(0)
    }
    for (const [n, updates] of promised.entries()) {
      expect(witness.lacking(updates), `${note}: lost of what editor ${n} was told to be saved`).toBe(0)
    }
    await eventually(check, withinMs).catch((error: Error) => {
      error.message = `${note}: ${error.message}`
      throw error
    })
  }

  const [first] = editors
  if (first) applyPatch(first.doc, beginning)
  await settle('at the beginning')
  return {
    ...{ fairId, actors, editors, witness, settle },
    work: async (until) => void (await Promise.all(editors.map((editor) => workAlone(editor, until)))),
    close: () => {
      for (const editor of editors) editor.close()
    },
  }
}
