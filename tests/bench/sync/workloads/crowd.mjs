import { oneRoom } from './common.mjs'

export const crowd = {
  title: 'W6 crowd: 1 room, 1,000 booths, 100 clients, 20 editors at 30/s, 100 cursors at 10/s',
  run: (ctx) =>
    oneRoom(ctx, { label: 'w6', count: 100, editors: 20, booths: 1000, editsPerSecond: 30, ...ctx.scale.crowd }),
}
