import { applyPatch, type FairDocument } from '#shared/document/fairDocument'
import type { Patch, StoredFields } from '#shared/document/patch'

const BOOTHS = 30
const TALKS = 12

const HALL: StoredFields = {
  name: { nl: 'Hal' },
  outline: [
    [0, 0],
    [900_000, 0],
    [900_000, 900_000],
  ],
}
const STAGE: StoredFields = { hallId: 'h1', name: { nl: 'Podium' }, place: [0, 0, 8000, 6000, 0] }
const booth = (n: number): StoredFields => ({
  ...{ hallId: 'h1', number: `A${n}`, sectorId: null, place: [n * 4000, 0, 3000, 3000, 0] },
})
const talk = (n: number): StoredFields => ({
  ...{ title: { nl: `Lezing ${n}` }, abstract: null, kind: 'talk', state: 'idea', sectorId: null, language: null },
  ...{ speakerIds: [], audience: null, seats: null, needs: [], prerequisiteId: null, slot: null, guid: null },
})

/** The fair that everyone starts from. */
export const beginning: Patch = [
  { op: 'put', kind: 'halls', id: 'h1', fields: HALL },
  { op: 'put', kind: 'stages', id: 's1', fields: STAGE },
  ...Array.from({ length: BOOTHS }, (_, n) => ({ op: 'put', kind: 'booths', id: `b${n}`, fields: booth(n) }) as const),
  ...Array.from({ length: TALKS }, (_, n) => ({ op: 'put', kind: 'talks', id: `t${n}`, fields: talk(n) }) as const),
]

/** One gesture of an organiser, now and then a foolish one. */
export function gesture(doc: FairDocument, random: () => number): void {
  const pick = (below: number) => Math.floor(random() * below)
  applyPatch(doc, random() < 0.7 ? onBooth(pick, random()) : onTalk(pick, random()))
}

type Pick = (below: number) => number

function onBooth(pick: Pick, roll: number): Patch {
  const n = pick(BOOTHS)
  const id = `b${n}`
  const set = (fields: StoredFields): Patch => [{ op: 'set', kind: 'booths', id, fields }]
  if (roll < 0.6) return set({ place: [pick(900_000), pick(900_000), 3000, 3000, 0] })
  if (roll < 0.7) return set({ number: `N${pick(99)}` })
  if (roll < 0.8) return set({ removed: pick(2) === 0 })
  if (roll < 0.84) return set({ place: 'nowhere' })
  if (roll < 0.88) return [{ op: 'delete', kind: 'booths', id }]
  if (roll < 0.97) return [{ op: 'put', kind: 'booths', id, fields: booth(n) }]
  if (roll < 0.98) return [{ op: 'delete', kind: 'halls', id: 'h1' }]
  return [{ op: 'put', kind: 'halls', id: 'h1', fields: HALL }]
}

function onTalk(pick: Pick, roll: number): Patch {
  const n = pick(TALKS)
  const id = `t${n}`
  const set = (fields: StoredFields): Patch => [{ op: 'set', kind: 'talks', id, fields }]
  if (roll < 0.5) return set({ slot: ['s1', 30_000_000 + pick(2000), 45] })
  if (roll < 0.6) return set({ slot: null })
  if (roll < 0.75) return set({ title: { nl: `Lezing ${n}`, fr: `Séance ${pick(99)}` } })
  if (roll < 0.85) return set({ removed: pick(2) === 0 })
  if (roll < 0.9) return [{ op: 'delete', kind: 'talks', id }]
  return [{ op: 'put', kind: 'talks', id, fields: talk(n) }]
}
