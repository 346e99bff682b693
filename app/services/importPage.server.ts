import type { LoadContext } from '#server/loadContext'
import type { ImportEntry } from '#server/services/imports/listImports'
import type { ScheduleDryRun } from '#server/services/imports/previewScheduleImport'
import { type FairId, type ImportId, isId } from '#shared/kernel/ids'
import { type Failure, orFailure } from './answer.server'

/** Of long lists the page shows the first ones. */
const MAX_LISTED = 100

export interface Listed<T> {
  shown: T[]
  more: number
}

export interface DryRunView
  extends Pick<ScheduleDryRun, 'fileName' | 'format' | 'title' | 'counts' | 'remarks' | 'fingerprint'> {
  importId: ImportId
  /** There is something to import. */
  changes: boolean
  newTalks: Listed<string>
  changedTalks: Listed<{ title: string; fields: string[] }>
  newStages: Listed<string>
  newPeople: Listed<string>
  changedPeople: Listed<string>
  overwritten: Listed<ScheduleDryRun['overwritten'][number]>
}

export interface ImportPageData {
  look: DryRunView | null
  failure: Failure | null
  /** The import that was just made, or taken back. */
  done: ImportId | null
  undone: ImportId | null
  imports: ImportEntry[]
}

/** What the page shows: `?file=` is a file to look at, `?done=` and `?undone=` an import. */
export async function readImportPage(
  { services, actor }: LoadContext,
  fairId: FairId,
  { searchParams }: URL,
): Promise<ImportPageData> {
  const asked = (name: string) => {
    const value = searchParams.get(name)
    return isId(value) ? (value as ImportId) : null
  }
  const file = asked('file')
  const imports = await services.imports.listImports(actor, { fairId })
  const rest = { imports, done: asked('done'), undone: asked('undone') }
  if (file === null) return { ...rest, look: null, failure: null }
  // Somebody went back after the import, or reloaded.
  if (imports.some(({ id }) => id === file)) return { ...rest, look: null, failure: null, done: file }
  const looked = await orFailure(() =>
    services.imports.previewScheduleImport(actor, { fairId, importId: file, state: 'confirmed' }),
  )
  return looked.ok
    ? { ...rest, look: viewOf(file, looked.value), failure: null }
    : { ...rest, look: null, failure: looked }
}

function viewOf(importId: ImportId, dryRun: ScheduleDryRun): DryRunView {
  const { talks, stages, people, overwritten, ...facts } = dryRun
  const names = <T extends { fate: string }>(items: T[], fate: T['fate'], nameOf: (item: T) => string) =>
    listed(items.filter((item) => item.fate === fate).map(nameOf))
  return {
    ...facts,
    importId,
    changes: Object.values(facts.counts).some((counts) => counts.new + counts.changed > 0),
    newTalks: names(talks, 'new', ({ title }) => title),
    changedTalks: listed(
      talks.filter(({ fate }) => fate === 'changed').map(({ title, changed }) => ({ title, fields: changed })),
    ),
    newStages: names(stages, 'new', ({ name }) => name),
    newPeople: names(people, 'new', ({ name }) => name),
    changedPeople: names(people, 'changed', ({ name }) => name),
    overwritten: listed(overwritten),
  }
}

const listed = <T>(items: T[]): Listed<T> => ({
  shown: items.slice(0, MAX_LISTED),
  more: Math.max(items.length - MAX_LISTED, 0),
})
