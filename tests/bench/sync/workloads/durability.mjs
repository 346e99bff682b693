import { sharedBuffers } from '../lib/fleet.mjs'
import { sleep } from '../lib/stats.mjs'
import { plan, probe, specsFor } from './common.mjs'

/** What is killed, and how long after the last edit was seen. */
const deaths = (ctx) => {
  const { delays, databaseDelays } = ctx.scale.durability
  const server = delays.map((delay) => ({ what: 'server', delay }))
  if (ctx.server.databasePids().length === 0) return server
  const database = databaseDelays.map((delay) => ({ what: 'database', delay }))
  return [...server, ...database, { what: 'both', delay: 0 }]
}

const kill = async (server, what) => {
  if (what !== 'server') server.killDatabase()
  if (what !== 'database') await server.kill('SIGKILL')
}

/** How much of the first client's work somebody finds who comes now. */
const keptEdits = async (ctx, name) => {
  let kept = 0
  // a server may load asynchronously and answer too early: ask until the answer stays the same
  for (let same = 0, tries = 0; same < 2 && tries < 10; tries++) {
    await ctx.fleet.connect([ctx.spec({ index: 2, name, population: 3, roommates: [], expectSeed: false })])
    await sleep(300)
    const now = (await ctx.fleet.seen(0)).find((client) => client.index === 2).edits
    same = now === kept && tries > 0 ? same + 1 : 0
    kept = now
    await ctx.fleet.askAll('disconnect')
  }
  return kept
}

export const durability = {
  title: 'W5 durability: edits seen by a second client, lost by kill -9 so many ms after the last was seen',
  only: (target) => Boolean(target.persistent),
  async run(ctx) {
    const { edits, perSecond } = ctx.scale.durability
    const seed = plan(100)
    const problems = []
    const metrics = {}
    for (const [round, { what, delay }] of deaths(ctx).entries()) {
      const name = ctx.roomName(`w5-${round}`)
      await ctx.fleet.seed([ctx.spec({ index: 0, name, population: 3, roommates: [] })], seed)
      const extra = (index) => (index === 0 ? { seed, editors: 1 } : {})
      const specs = specsFor(ctx, { count: 2, roomOf: () => name, extra })
      await ctx.fleet.connect(specs.map((spec) => ({ ...spec, population: 3 })))
      await ctx.fleet.admit([ctx.spec({ index: 2, name, population: 3, roommates: [] })])
      await ctx.fleet.askAll('closeSeeders')
      await sleep(4000) // the seed is not what this is about
      const buffers = sharedBuffers(3, edits + 10, 0)
      const phase = { buffers, rates: [{ edits: perSecond, cursors: 0 }], seconds: edits / perSecond, drainMs: 10000 }
      const r = await ctx.fleet.phase({ ...phase, measure: probe(ctx.server) })
      if (r.missing > 0) problems.push('the second client did not see all edits')
      await sleep(delay)
      await kill(ctx.server, what)
      await ctx.fleet.askAll('disconnect')
      if (what === 'database') await ctx.target.ready?.(ctx.server.context)
      else await ctx.server.start()
      const lost = buffers.editsSent[0] - (await keptEdits(ctx, name))
      metrics[`lost of ${edits}, ${what} killed after ${delay} ms`] = lost
    }
    return { problems, metrics, notes: ctx.target.promise }
  },
}
