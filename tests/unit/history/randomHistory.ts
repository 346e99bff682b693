import { applyPatch, createFairDocument, type FairDocument } from '#shared/document/fairDocument'
import type { Change, Json } from '#shared/document/patch'
import type { RecordKind } from '#shared/document/records'
import { OPENING } from '#tests/factories/talksFair'

const HALLS = ['h1', 'h2']
const SECTORS = ['s1', 's2']
const STAGES = ['t1', 't2', 't3']
export const DAYS = ['2027-03-12', '2027-03-13', '2027-03-14']
const DAY = 24 * 60

/** Edits as organisers' tools and other programs make them, on so few records that they meet. */
export function randomChange(random: () => number): Change {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const upTo = (n: number) => Math.floor(random() * n)
  const place = (): Json => [upTo(20) * 500, upTo(20) * 500, 1000 + upTo(4) * 500, 1000 + upTo(4) * 500, 0]
  const id = (letter: string, n: number) => `${letter}${upTo(n)}`
  const slot = (): Json =>
    random() < 0.2 ? null : [pick(STAGES), OPENING + upTo(3) * DAY + pick([0, 60, 300, 15 * 60]), 45]
  const set = (kind: RecordKind, recordId: string, fields: Record<string, Json | undefined>): Change => ({
    ...{ op: 'set', kind, fields },
    id: recordId,
  })
  const put = (kind: RecordKind, recordId: string, fields: Record<string, Json>): Change => ({
    ...{ op: 'put', kind, fields },
    id: recordId,
  })
  const remove = (kind: RecordKind, recordId: string): Change => ({ op: 'delete', kind, id: recordId })
  const outline = [
    [0, 0],
    [12_000 + upTo(3), 0],
    [12_000, 12_000],
    [0, 12_000],
  ]
  const edits: (() => Change)[] = [
    () => put('halls', pick(HALLS), { name: `Hal ${upTo(9)}`, outline }),
    () =>
      random() < 0.2 ? remove('halls', pick(HALLS)) : set('halls', pick(HALLS), { name: { nl: `Hal ${upTo(9)}` } }),
    () => put('sectors', pick(SECTORS), { name: 'Sector', code: 'S', tint: upTo(3) }),
    () => (random() < 0.3 ? remove('sectors', pick(SECTORS)) : set('sectors', pick(SECTORS), { tint: upTo(9) })),
    () => put('stages', pick(STAGES), { hallId: pick(HALLS), name: 'Podium', place: place() }),
    () => (random() < 0.3 ? remove('stages', pick(STAGES)) : set('stages', pick(STAGES), { place: place() })),
    () => put('walls', id('w', 3), { hallId: pick(HALLS), place: place() }),
    () => remove('walls', id('w', 3)),
    () => put('waivers', id('v', 2), { conflict: 'x', reason: `r${upTo(3)}`, at: 1 }),
    () => remove('waivers', id('v', 2)),
  ]
  for (let n = 0; n < 2; n++) {
    edits.push(
      () =>
        put('booths', id('b', 8), {
          ...{ hallId: pick(HALLS), number: String(upTo(99)), sectorId: pick([...SECTORS, null]), place: place() },
          ...(random() < 0.5 ? { removed: false } : {}),
          ...(random() < 0.3 ? { toString: 'a field of a program of their own' } : {}),
        }),
      () => set('booths', id('b', 8), { place: place() }),
      () => set('booths', id('b', 8), { hallId: pick(HALLS), number: String(upTo(99)) }),
      () => set('booths', id('b', 8), { sectorId: pick([...SECTORS, null]) }),
      () => set('booths', id('b', 8), { removed: random() < 0.6 }),
      () => (random() < 0.2 ? remove('booths', id('b', 8)) : set('booths', id('b', 8), { place: place() })),
      () => (random() < 0.2 ? set('booths', id('b', 8), { number: 7 }) : set('booths', id('b', 8), { number: 'A7' })),
      () => put('talks', id('k', 6), { title: `Sessie ${upTo(9)}`, slot: slot(), sectorId: pick([...SECTORS, null]) }),
      () => set('talks', id('k', 6), { slot: slot() }),
      () => set('talks', id('k', 6), { [`slot:r${upTo(2)}`]: random() < 0.3 ? undefined : slot() }),
      () => set('talks', id('k', 6), { title: { nl: `Sessie ${upTo(9)}`, fr: 'Séance' } }),
      () => set('talks', id('k', 6), { removed: random() < 0.5 }),
      () => set('talks', id('k', 6), { kind: random() < 0.2 ? 'nonsense' : 'workshop' }),
    )
  }
  return pick(edits)()
}

export function randomEdits(doc: FairDocument, random: () => number, count: number): void {
  for (let n = 0; n < count; n++) applyPatch(doc, [randomChange(random)])
}

export function startedDocument(random: () => number): FairDocument {
  const doc = createFairDocument()
  for (const hall of HALLS) {
    const outline = [
      [0, 0],
      [12_000, 0],
      [12_000, 12_000],
    ]
    applyPatch(doc, [{ op: 'put', kind: 'halls', id: hall, fields: { name: 'Hal', outline } }])
  }
  randomEdits(doc, random, 40)
  return doc
}
