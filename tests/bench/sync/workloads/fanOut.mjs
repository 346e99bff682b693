import { oneRoom } from './common.mjs'

export const fanOut = {
  title: 'W1 fan-out: 1 room, 1,000 booths, 20 clients, 5 editors at 30/s, 20 cursors at 10/s',
  run: (ctx) =>
    oneRoom(ctx, { label: 'w1', count: 20, editors: 5, booths: 1000, editsPerSecond: 30, ...ctx.scale.fanOut }),
}
