// What the workloads have in common. Each takes one started server and returns { metrics, problems };
// a run with problems is invalid.
import * as Y from 'yjs'
import { sharedBuffers } from '../lib/fleet.mjs'
import { buildPlan, CLIENT_BASE, CLOCKS_PER_EDIT } from '../lib/plan.mjs'
import { cpuSeconds, machineBusySeconds, memoryMiB, tree } from '../lib/serverProcess.mjs'
import { clock } from '../lib/stats.mjs'

const plans = new Map()
export const plan = (booths) => {
  if (!plans.has(booths)) plans.set(booths, buildPlan(booths))
  return plans.get(booths)
}

export const probe = (server) => () => {
  const pids = server.pids()
  const database = server.databasePids().flatMap(tree)
  const own = process.cpuUsage()
  return {
    at: clock(),
    cpu: cpuSeconds(pids),
    databaseCpu: cpuSeconds(database),
    memory: memoryMiB(pids),
    databaseMemory: memoryMiB(database),
    busy: machineBusySeconds(),
    own: (own.user + own.system) / 1e6,
  }
}

export const specsFor = (ctx, { count, roomOf, extra = () => ({}) }) => {
  const names = Array.from({ length: count }, (_, index) => roomOf(index))
  const members = new Map()
  for (const [index, name] of names.entries()) members.set(name, [...(members.get(name) ?? []), index])
  return names.map((name, index) =>
    ctx.spec({ index, name, population: count, roommates: members.get(name), ...extra(index) }),
  )
}

/** All given clients hold the same document, and it contains exactly what was sent. */
export const checkConvergence = (states, seed, sent, problems, room) => {
  const clocks = [...Y.decodeStateVector(Y.encodeStateVectorFromUpdate(seed))]
  for (const [author, edits] of sent.entries()) {
    if (edits > 0) clocks.push([CLIENT_BASE + author, edits * CLOCKS_PER_EDIT])
  }
  const expected = clocks
    .sort(([a], [b]) => a - b)
    .map(([id, n]) => `${id}:${n}`)
    .join(' ')
  const wrong = states.filter((state) => state.clocks !== expected).length
  if (wrong > 0) problems.push(`${wrong} of ${states.length} clients lack edits or hold unknown ones (${room})`)
  if (new Set(states.map((state) => state.json)).size > 1) problems.push(`clients hold different documents (${room})`)
}

export const lateJoiner = async (ctx, { name, population }) => {
  const index = population // one more than the clients so far
  await ctx.fleet.connect([ctx.spec({ index, name, population: population + 1, roommates: [] })])
  return await ctx.fleet.state([index])
}

/** People in one room, some of them editing, everyone pointing: what fan-out and crowd measure. */
export const oneRoom = async (ctx, { label, count, editors, booths, editsPerSecond, seconds, warmup }) => {
  const seed = plan(booths)
  const problems = []
  const name = ctx.roomName(label)
  await ctx.fleet.seed([ctx.spec({ index: 0, name, population: count, roommates: [] })], seed)
  const specs = specsFor(ctx, {
    count,
    roomOf: () => name,
    extra: (index) => (index < editors ? { seed, editors, delay: index * 5 } : { delay: index * 5 }),
  })
  await ctx.fleet.connect(specs)
  await ctx.fleet.askAll('closeSeeders')
  const buffers = sharedBuffers(count, editsPerSecond * (seconds + warmup) + 10, 10 * (seconds + warmup) + 10)
  const rates = Array.from({ length: count }, (_, i) => ({ edits: i < editors ? editsPerSecond : 0, cursors: 10 }))
  const measure = probe(ctx.server)
  const warm = await ctx.fleet.phase({ buffers, rates, seconds: warmup, drainMs: 10000, measure })
  const r = await ctx.fleet.phase({ buffers, rates, seconds, drainMs: 10000, measure })
  if (warm.missing + r.missing > 0) problems.push(`${warm.missing + r.missing} items never arrived`)
  problems.push(...warm.failures, ...r.failures)
  checkConvergence(await ctx.fleet.state(), seed, [...buffers.editsSent], problems, 'connected clients')
  if (ctx.target.keepsDoc !== false) {
    const late = await lateJoiner(ctx, { name, population: count })
    checkConvergence(late, seed, [...buffers.editsSent], problems, 'late joiner')
  }
  const delivered = r.edits.total + r.cursors.total
  return {
    problems,
    metrics: {
      'edit p50 ms': r.edits.percentile(50),
      'edit p95 ms': r.edits.percentile(95),
      'edit p99 ms': r.edits.percentile(99),
      'cursor p95 ms': r.cursors.percentile(95),
      'edits delivered/s': r.edits.total / r.wall,
      'CPU s/1k delivered': (r.cpu / delivered) * 1000,
      'server CPU %': (r.cpu / r.wall) * 100,
      'of it database CPU %': (r.databaseCpu / r.wall) * 100,
      'client CPU %': r.utilization * 100,
      'ws frames/delivered': r.frames / delivered,
      'KiB received/s': r.bytes / 1024 / r.wall,
      'memory MiB': r.memory,
      'foreign CPU %': (r.foreign / r.wall) * 100,
    },
  }
}
