import { sharedBuffers } from '../lib/fleet.mjs'
import { checkConvergence, plan, probe, specsFor } from './common.mjs'

const ms = (value) => Math.round(value * 100) / 100

/** The search ends where the lowest rate that failed is at most so many times the highest that held. */
const RESOLUTION = 1.1

export const saturation = {
  title: 'W2 saturation: as W1 with 20 editors and no cursors, rate raised until edit p95 > 100 ms',
  async run(ctx) {
    const { seconds, rates: steps } = ctx.scale.saturation
    const count = 20
    const seed = plan(1000)
    const problems = []
    const name = ctx.roomName('w2')
    await ctx.fleet.seed([ctx.spec({ index: 0, name, population: count, roommates: [] })], seed)
    await ctx.fleet.connect(specsFor(ctx, { count, roomOf: () => name, extra: () => ({ seed, editors: count }) }))
    await ctx.fleet.askAll('closeSeeders')
    const slots = Math.ceil((steps.reduce((sum, rate) => sum + rate, 0) * 3 * 1.75 * seconds) / count) + 100
    const buffers = sharedBuffers(count, slots, 0)
    let best = null
    let limit = 'the highest rate tried'
    const perCpuSecond = {}
    const attempt = async (rate) => {
      const rates = Array.from({ length: count }, () => ({ edits: rate / count, cursors: 0 }))
      const r = await ctx.fleet.phase({ buffers, rates, seconds, drainMs: 4000, measure: probe(ctx.server) })
      const p95 = r.edits.percentile(95)
      const foreign = r.foreign / r.wall
      if (r.missing === 0 && r.failures.length === 0 && steps.includes(rate))
        perCpuSecond[`delivered per CPU s at ${rate}/s`] = r.edits.total / r.cpu
      const result = {
        rate,
        p95,
        foreign,
        drained: r.missing === 0,
        delivered: r.edits.total,
        cpu: r.cpu,
        wall: r.wall,
        util: r.utilization,
      }
      const kept = r.sentFor < seconds * 1.15
      ctx.log(
        `    ${rate}/s: p95 ${ms(p95)} ms, server CPU ${Math.round((r.cpu / r.wall) * 100)} %, clients ${Math.round(r.utilization * 100)} %, foreign ${Math.round(foreign * 100)} %${kept ? '' : ', clients too slow'}${r.missing ? `, ${r.missing} missing` : ''}`,
      )
      problems.push(...r.failures)
      result.kept = kept
      result.ok = result.drained && p95 <= 100 && kept && r.failures.length === 0
      result.failed = r.failures.length > 0
      if (!result.ok)
        limit = r.failures.length > 0 ? 'server dropped clients' : !kept || r.utilization > 0.95 ? 'clients' : 'server'
      if (result.ok && (best === null || rate > best.rate)) best = result
      return result
    }
    // While other programs use the machine, latency says little about the server: such a step gets a
    // second try, and then the rate is raised all the same, for the CPU figures at the higher rates.
    const noisy = (result) => result.foreign > 0.25 && result.drained && !result.failed
    const step = async (rate) => {
      const first = await attempt(rate)
      return !first.ok && noisy(first) ? await attempt(rate) : first
    }
    let drained = true
    for (const rate of steps) {
      const result = await step(rate)
      drained = result.drained
      if (result.ok || (noisy(result) && result.kept)) continue
      let high = rate
      while (drained && best !== null && high / best.rate > RESOLUTION) {
        const between = await step(Math.round(Math.sqrt(best.rate * high)))
        drained = between.drained
        if (best.rate < between.rate) high = between.rate
      }
      break
    }
    if (drained)
      checkConvergence(
        await ctx.fleet.state([0, 1, count - 1]),
        seed,
        [...buffers.editsSent],
        problems,
        'sampled clients',
      )
    return {
      problems,
      notes: best === null ? 'sustained no rate' : `limited by ${limit}`,
      metrics: {
        'max edits/s in': best?.rate ?? NaN,
        'max delivered/s': best ? best.delivered / best.wall : NaN,
        'edit p95 ms there': best?.p95 ?? NaN,
        'delivered per CPU s': best ? best.delivered / best.cpu : NaN,
        ...perCpuSecond,
        'server CPU %': best ? (best.cpu / best.wall) * 100 : NaN,
        'client CPU %': best ? best.util * 100 : NaN,
      },
    }
  },
}
