import { median } from './stats.mjs'

/** Three figures that mean something. */
export const show = (value) => {
  if (!Number.isFinite(value)) return '-'
  if (value >= 100) return value.toFixed(0)
  return value >= 1 ? value.toFixed(2) : value.toFixed(4)
}

/** Runs of one workload, targets side by side, as Markdown. */
export const table = (title, targets, runs) => {
  const first = targets[0].name
  const valid = (name) => runs.filter((run) => run.target === name && run.problems.length === 0)
  const keys = [...new Set(runs.flatMap((run) => Object.keys(run.metrics)))]
  const best = (name, key) =>
    Math.min(
      ...valid(name)
        .map((run) => run.metrics[key])
        .filter(Number.isFinite),
    )
  const mid = (name, key) => median(valid(name).map((run) => run.metrics[key]))
  const lines = [
    `\n### ${title}\n`,
    `| median of valid rounds [best] (ratio of medians) | ${targets.map((t) => t.name).join(' | ')} |`,
    `|---|${targets.map(() => '---:').join('|')}|`,
  ]
  for (const key of keys) {
    const base = mid(first, key)
    lines.push(
      `| ${key} | ${targets
        .map(({ name }, i) => {
          const value = mid(name, key)
          const ratio = i > 0 && base !== 0 && Number.isFinite(value / base) ? ` (${(value / base).toFixed(2)}x)` : ''
          const least = / ms$/.test(key) ? ` [${show(best(name, key))}]` : '' // other programs only ever add latency
          return show(value) + least + ratio
        })
        .join(' | ')} |`,
    )
  }
  lines.push(
    `| valid rounds | ${targets.map(({ name }) => `${valid(name).length}/${runs.filter((run) => run.target === name).length}`).join(' | ')} |`,
  )
  for (const run of runs) {
    if (run.problems.length > 0)
      lines.push(`\nINVALID ${run.target} round ${run.round}: ${[...new Set(run.problems)].slice(0, 4).join('; ')}`)
  }
  const notes = new Set(runs.filter((run) => run.notes).map((run) => `${run.target}: ${run.notes}`))
  if (notes.size > 0) lines.push('', ...[...notes].map((note) => `- ${note}`))
  return lines.join('\n')
}
