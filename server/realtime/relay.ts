import type { Deps } from '#server/deps'
import { readHoldings, statusEvent } from '#server/services/booths/holdings'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import type { BoothId, FairId } from '#shared/kernel/ids'
import { type EventServer, placeInRooms, statusesFor } from './joinFair'
import { rooms } from './rooms'

/**
 * What is heard from the database, passed on to the rooms that it concerns. Every process hears all of it and tells its own
 * sockets: whoever is killed in between takes nobody's news along.
 */
export function createRelay(deps: Deps, io: EventServer) {
  const joined = () => new Set([...io.sockets.sockets.values()].flatMap((socket) => [...socket.data.fairs.keys()]))

  /** The booth as it is now, to everyone; who has it only to those who may know. Booths of the draft alone to organisers. */
  async function boothStatus(fairId: FairId, boothId: BoothId): Promise<void> {
    if (!joined().has(fairId)) return
    const holding = (await readHoldings(deps.sql, fairId, deps.clock.now(), boothId)).get(boothId)
    if (!holding) return
    const informed = [rooms.organisers(fairId)]
    if (holding.exhibitorId) informed.push(rooms.exhibitor(holding.exhibitorId))
    const { exhibitorId, exhibitorName, ...rest } = holding
    io.local.to(informed).emit('booth:status', { fairId, exhibitorId, exhibitorName, ...rest })
    const release = await readLatestRelease(deps, fairId)
    if (!release?.booths.has(boothId)) return
    io.local
      .to(rooms.fair(fairId))
      .except(informed)
      .emit('booth:status', statusEvent(fairId, holding, null))
  }

  async function releaseChanged(fairId: FairId): Promise<void> {
    if (!joined().has(fairId)) return
    const release = await readLatestRelease(deps, fairId)
    io.local.to(rooms.fair(fairId)).emit('release:changed', { fairId, number: release?.number ?? null })
    // A fair without a release is closed to visitors from now on.
    if (!release) await recheck((socket) => socket.data.fairs.has(fairId))
  }

  /** What conflicts depend on changed: editors ask for it anew. */
  function programmeContext(fairId: FairId): void {
    io.local.to(rooms.organisers(fairId)).emit('programme:context', { fairId })
  }

  /** After the line to the database was lost: everything again, for whatever was missed. Older versions are dropped by the clients. */
  async function everythingAgain(): Promise<void> {
    for (const fairId of joined()) {
      await releaseChanged(fairId)
      programmeContext(fairId)
      for (const socket of io.sockets.sockets.values()) {
        const standing = socket.data.fairs.get(fairId)
        if (!standing) continue
        for (const event of await statusesFor(deps, fairId, standing)) socket.emit('booth:status', event)
      }
    }
  }

  /** Rights changed: sockets leave the rooms that are no longer theirs, and are cut off where they may see nothing any more. */
  async function recheck(concerned: (socket: Parameters<typeof placeInRooms>[1]) => boolean): Promise<void> {
    for (const socket of io.sockets.sockets.values()) {
      if (!concerned(socket)) continue
      for (const fairId of [...socket.data.fairs.keys()]) {
        if (!(await placeInRooms(deps, socket, fairId))) socket.disconnect(true)
      }
    }
  }

  return { boothStatus, releaseChanged, programmeContext, everythingAgain, recheck }
}

export type Relay = ReturnType<typeof createRelay>
