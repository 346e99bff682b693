/** What an import of a programme does, one after the other. */
export const IMPORT_STEPS = ['reading', 'comparing', 'programme', 'people', 'saving'] as const
export type ImportStep = (typeof IMPORT_STEPS)[number]

export interface ImportProgress {
  step: ImportStep
  /** Of this step. */
  done: number
  total: number
}

/** How far that is of the whole, 0 to 100: by the time that each step took for 1,000 talks. */
const STARTS: Record<ImportStep, number> = { reading: 5, comparing: 35, programme: 50, people: 75, saving: 95 }

export function percentDone({ step, done, total }: ImportProgress): number {
  const from = STARTS[step]
  const until = STARTS[IMPORT_STEPS[IMPORT_STEPS.indexOf(step) + 1] ?? 'saving'] ?? 100
  return Math.round(from + (Math.max(until, from) - from) * (total === 0 ? 1 : Math.min(done / total, 1)))
}
