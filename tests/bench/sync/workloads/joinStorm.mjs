import { memoryMiB } from '../lib/serverProcess.mjs'
import { clock, median, sleep } from '../lib/stats.mjs'
import { checkConvergence, plan, probe, specsFor } from './common.mjs'

export const joinStorm = {
  title: 'W3 join storm: 200 clients join one room with 5,000 booths within 2 s',
  async run(ctx) {
    const count = ctx.scale.joinStorm.clients
    const seed = plan(5000)
    const problems = []
    const name = ctx.roomName('w3')
    await ctx.fleet.seed([ctx.spec({ index: 0, name, population: count, roommates: [] })], seed)
    const specs = specsFor(ctx, {
      count,
      roomOf: () => name,
      extra: (index) => ({ delay: (index * 2000) / count, greet: true }),
    })
    await ctx.fleet.admit(specs)
    await sleep(2000) // what the seed gave the server to do is not what this is about
    const before = probe(ctx.server)()
    let peak = before.memory
    const watch = setInterval(() => {
      peak = Math.max(peak, memoryMiB(ctx.server.pids()))
    }, 250)
    const startAt = clock() + 100
    const { tooks, lastSyncedAt } = await ctx.fleet.connect(specs, startAt)
    await sleep(1000) // lets the awareness of the newcomers settle
    clearInterval(watch)
    const after = probe(ctx.server)()
    checkConvergence(await ctx.fleet.state(), seed, [], problems, 'joined clients')
    const foreign = after.busy - before.busy - (after.cpu - before.cpu) - (after.own - before.own)
    return {
      problems,
      metrics: {
        'all synced after ms': lastSyncedAt - startAt,
        'join p50 ms': median(tooks),
        'join worst ms': Math.max(...tooks),
        'server CPU s': after.cpu - before.cpu,
        'of it database CPU s': after.databaseCpu - before.databaseCpu,
        'memory before MiB': before.memory,
        'memory peak MiB': Math.max(peak, after.memory),
        'foreign CPU %': (foreign / (after.at - before.at)) * 1e5,
      },
    }
  },
}
