import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Container } from '#server/container'
import { listen } from '#server/db/listen'
import type { UpgradeHandler } from '#server/http/upgradeRouter'
import { groupBy } from '#shared/kernel/groupBy'
import { newId } from '#shared/kernel/ids'
import { admit } from './access/admit'
import { createDoor } from './access/door'
import { createRecheck } from './access/recheck'
import { Roll } from './access/roll'
import { ADMISSION_PATIENCE_MS, CLOSING_PATIENCE_MS, DOOR_WIDTH, HEARTBEAT_MS } from './limits'
import { Follower } from './log/follower'
import { UpdateLog } from './log/updateLog'
import { SyncMeters } from './meters'
import { Peers } from './peers/peers'
import { Member } from './rooms/member'
import type { RoomEntry } from './rooms/room'
import { Rooms } from './rooms/rooms'
import { Projector } from './upkeep/projector'
import { Snapshots } from './upkeep/snapshots'
import { Connection } from './wire/connection'
import { awarenessFrame } from './wire/frames'
import { createSocketServer } from './wire/syncSocket'

export interface SyncStats {
  connections: number
  rooms: number
  updates: number
  commits: number
  /** Bytes that wait in sockets for slow readers; a frame for many counts for each. */
  unsentBytes: number
  /** Bytes that wait to be on disk. */
  unstoredBytes: number
  /** Rows in the logs of open rooms since their last snapshots: of all, and of the room with most. */
  rowsSinceSnapshot: { sum: number; max: number }
}

export interface Sync {
  upgrade: UpgradeHandler
  stats(): SyncStats
  readonly meters: SyncMeters
  /** Lets what has come in get to disk, then sends everyone away. */
  close(): Promise<void>
}

/** Starts live editing on `/sync/<fairId>`, once booth rows are where the logs are. */
export async function startSync({ deps, services }: Container): Promise<Sync> {
  const source = newId(deps.randomBytes)
  const sockets = createSocketServer()
  const roll = new Roll()
  const atTheDoor = createDoor(DOOR_WIDTH)
  const projector = new Projector(deps, services)
  const meters = new SyncMeters()
  let updates = 0

  const rooms: Rooms = new Rooms(deps.sql, {
    append: (entry) => log.append(entry),
    onBehind: (room) => follower.wake(room.fairId, Number.POSITIVE_INFINITY),
    onOpened: (room) => peers.opened(room.fairId),
    onMoved: (room, moved) => peers.tell(room.fairId, moved),
    onFailed: (room) => peers.closed(room.fairId),
    onClosed: (room) => {
      peers.closed(room.fairId)
      snapshots.onClosed(room)
    },
    onRefused: (member) => void recheck.refused(member),
  })
  const peers = new Peers(deps, source, rooms)
  const follower = new Follower(deps.sql, deps.log, rooms)
  const snapshots = new Snapshots(deps, services, rooms)
  const recheck = createRecheck(deps, roll)
  const log = new UpdateLog<RoomEntry>(deps.sql, source, deps.clock, deps.log, {
    onStored: (settled) => {
      const storedAt = performance.now()
      let rows = 0
      for (const [room, group] of groupBy(settled, ({ entry }) => entry.room)) {
        room.stored(group)
        projector.soon(room.fairId)
        const sentAt = performance.now()
        for (const { entry, position } of group) {
          if (position === null) continue
          rows++
          meters.stored.observe((storedAt - entry.receivedAt) / 1000)
          meters.sent.observe((sentAt - entry.receivedAt) / 1000)
        }
      }
      updates += rows
      if (rows > 0) meters.commitRows.observe(rows)
    },
    onFailed: (entries) => {
      meters.failedCommits++
      for (const room of groupBy(entries, (entry) => entry.room).keys()) {
        log.discard(room.fairId)
        rooms.fail(room)
      }
    },
  })

  await projector.catchUp()
  await peers.start()
  const unlisten = await Promise.all([
    listen(deps.sql, 'fair_log', {
      onMessage: ({ fairId, position, source: writer }) => {
        if (writer === source) return follower.wakeLater(fairId, position)
        follower.wake(fairId, position)
        if (writer === '') projector.soon(fairId)
        else projector.inCase(fairId)
      },
      onListening: () => follower.wakeAll(),
    }),
    listen(deps.sql, 'access_changed', { onMessage: recheck.onChange, onListening: recheck.everyone }),
  ])

  const keepAlive = awarenessFrame([])
  const heartbeat = setInterval(() => {
    for (const member of roll.all()) member.connection.beat(keepAlive)
  }, HEARTBEAT_MS).unref()

  const receive = async (connection: Connection, request: IncomingMessage, pathname: string): Promise<void> => {
    const patience = setTimeout(() => connection.end('later'), ADMISSION_PATIENCE_MS)
    const { heard } = recheck
    try {
      const admission = await atTheDoor(async () =>
        connection.isOpen ? await admit(deps, services, request, pathname) : { refused: 'later' as const },
      )
      if ('refused' in admission) return connection.end(admission.refused)
      const { wish } = admission
      if (!roll.hasRoomFor(wish.actor.accountId)) return connection.end('tooMany')
      const opened = await rooms.enter(wish.fairId)
      if ('refused' in opened) return connection.end(opened.refused)
      if (wish.schemaVersion !== null && wish.schemaVersion < opened.schemaVersion) return connection.end('newerSchema')
      if (!connection.isOpen) return
      const member = new Member(connection, opened.room, wish)
      roll.add(member)
      connection.onClosed(() => roll.remove(member))
      member.enter()
      // Nobody could be told of who was still at the door.
      if (recheck.heard > heard) void recheck.look([member])
    } catch (error) {
      deps.log.warn({ err: error }, 'a room could not be opened')
      connection.end('later')
    } finally {
      clearTimeout(patience)
    }
  }

  return {
    upgrade: (request: IncomingMessage, stream: Duplex, head: Buffer, pathname: string) =>
      sockets.handleUpgrade(request, stream, head, (ws) => {
        const connection = new Connection(ws, stream, meters)
        if (roll.open(connection)) void receive(connection, request, pathname)
        else connection.end('later')
      }),
    meters,
    stats: () => {
      const tails = [...rooms.all()].map((room) => room.rowsSinceSnapshot)
      const rowsSinceSnapshot = { sum: tails.reduce((sum, rows) => sum + rows, 0), max: Math.max(0, ...tails) }
      const { size: connections, unsentBytes, unstoredBytes } = roll
      const { commits } = log
      return { connections, rooms: rooms.size, updates, commits, unsentBytes, unstoredBytes, rowsSinceSnapshot }
    },
    close: async () => {
      clearInterval(heartbeat)
      recheck.close()
      await Promise.all(unlisten.map((end) => end()))
      await log.settled()
      await roll.close(CLOSING_PATIENCE_MS)
      await log.close()
      await peers.close()
      follower.close()
      await projector.close()
      await snapshots.close()
    },
  }
}
