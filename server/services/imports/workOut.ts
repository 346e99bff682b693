import type { Queryable } from '#server/db/client'
import type { Deps } from '#server/deps'
import { type FairDocument, readPlan } from '#shared/document/fairDocument'
import type { Patch } from '#shared/document/patch'
import type { TalkState } from '#shared/document/talkRecord'
import type { ImportPlan } from '#shared/exchange/schedule/importPlan'
import { talksFrom } from '#shared/exchange/schedule/talksFrom'
import type { Schedule } from '#shared/exchange/schedule/types'
import { translatorFor } from '#shared/i18n/catalogues'
import { type FairId, newId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { digestOf, type ImportInverse, inverseOf, type PersonInverse } from './importInverse'
import { layOutStages } from './layOutStages'
import { contentOf, readKnownPeople } from './peopleRows'

export interface WorkInput {
  fairId: FairId
  doc: FairDocument
  schedule: Schedule
  /** What talks become that come for the first time. */
  state: TalkState
}

/** All that an import would do, and what would take it back. */
export interface ImportWork extends Omit<ImportPlan, 'patch'> {
  patch: Patch
  inverse: ImportInverse
  /** The same as long as it would do the same to the same records. */
  fingerprint: string
}

/** Nothing is changed by it. */
export async function workOut(deps: Deps, sql: Queryable, input: WorkInput): Promise<ImportWork> {
  const { fairId, doc, schedule, state } = input
  const known = await readKnownPeople(sql, fairId)
  const { plan } = readPlan(doc)
  const id = () => newId(deps.randomBytes)
  const {
    patch: wanted,
    remarks,
    ...found
  } = talksFrom(schedule, {
    fairId,
    plan,
    people: known,
    newId: id,
    hallId: null,
    state,
  })
  // New stages lie in a hall of their own, which the page tells by itself.
  const rest = { ...found, remarks: remarks.filter(({ code }) => code !== 'hallCreated' && code !== 'stagesCreated') }
  const patch = layOutStages(plan, wanted, { hallName: hallName(), newId: id })
  const before = new Map(known.map((person) => [person.id, person]))
  const people = rest.people
    .filter(({ fate }) => fate !== 'same')
    .map((person): [string, PersonInverse] => {
      const was = before.get(person.id)
      return [person.id, { before: was ? contentOf(was) : null, after: digestOf(contentOf(person)) }]
    })
  const inverse = { records: inverseOf(doc, patch), people: Object.fromEntries(people) }
  return { ...rest, patch, inverse, fingerprint: fingerprintOf(rest, inverse) }
}

/** Ids of what is new are others each time, and say nothing. */
function fingerprintOf({ talks, stages, people }: Omit<ImportPlan, 'patch'>, inverse: ImportInverse): string {
  const touched = inverse.records.filter(({ before }) => before !== null)
  return digestOf({
    talks: talks.map(({ title, fate, changed }) => ({ title, fate, changed })),
    stages: stages.map(({ name, fate }) => ({ name, fate })),
    people: people.map(({ guid, name, fate }) => ({ guid, name, fate })),
    touched,
    written: Object.entries(inverse.people).filter(([, { before }]) => before !== null),
  })
}

const hallName = (): LocalText => ({
  nl: translatorFor('nl')('imports:hallName'),
  fr: translatorFor('fr')('imports:hallName'),
  en: translatorFor('en')('imports:hallName'),
})
