import { sharedBuffers } from '../lib/fleet.mjs'
import { checkConvergence, plan, probe, specsFor } from './common.mjs'

export const manyRooms = {
  title: 'W4 many rooms: 300 rooms of 40 booths, 2 clients each, 1 edit/s and 1 cursor/s per client',
  async run(ctx) {
    const { rooms, warmup, seconds } = ctx.scale.manyRooms
    const count = rooms * 2
    const seed = plan(40)
    const problems = []
    const names = Array.from({ length: rooms }, (_, i) => ctx.roomName(`w4-${i}`))
    const empty = probe(ctx.server)()
    await ctx.fleet.seed(
      names.map((name, i) => ctx.spec({ index: i, name, population: count, roommates: [] })),
      seed,
    )
    // i and i + rooms share a room and, rooms being even, a worker: latency is still over the network
    const specs = specsFor(ctx, {
      count,
      roomOf: (i) => names[i % rooms],
      extra: (index) => ({ seed, editors: 2, delay: index * 2 }),
    })
    await ctx.fleet.connect(specs)
    await ctx.fleet.askAll('closeSeeders')
    const slots = warmup + seconds + 4
    const buffers = sharedBuffers(count, slots, slots)
    const rates = Array.from({ length: count }, () => ({ edits: 1, cursors: 1 }))
    await ctx.fleet.phase({ buffers, rates, seconds: warmup, drainMs: 10000, measure: probe(ctx.server) })
    const r = await ctx.fleet.phase({ buffers, rates, seconds, drainMs: 10000, measure: probe(ctx.server) })
    if (r.missing > 0) problems.push(`${r.missing} items never arrived`)
    problems.push(...r.failures)
    const states = await ctx.fleet.state()
    for (let i = 0; i < rooms; i++) {
      const sent = [...buffers.editsSent].map((n, author) => (author % rooms === i ? n : 0))
      checkConvergence(
        states.filter((state) => state.index % rooms === i),
        seed,
        sent,
        problems,
        'room mates',
      )
    }
    return {
      problems: [...new Set(problems)],
      metrics: {
        'edit p50 ms': r.edits.percentile(50),
        'edit p95 ms': r.edits.percentile(95),
        'cursor p95 ms': r.cursors.percentile(95),
        'server CPU %': (r.cpu / r.wall) * 100,
        'of it database CPU %': (r.databaseCpu / r.wall) * 100,
        'CPU s/1k delivered': (r.cpu / (r.edits.total + r.cursors.total)) * 1000,
        'memory MiB': r.memory,
        'KiB/room': ((r.memory - empty.memory) / rooms) * 1024,
        'of it database KiB/room': ((r.databaseMemory - empty.databaseMemory) / rooms) * 1024,
        'foreign CPU %': (r.foreign / r.wall) * 100,
      },
    }
  },
}
