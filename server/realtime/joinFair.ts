import type { Server, Socket } from 'socket.io'
import type { Deps } from '#server/deps'
import { loadStanding } from '#server/services/access/standing'
import { noHolding, readHoldings, statusEvent } from '#server/services/booths/holdings'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import { can } from '#shared/access/can'
import type { Actor, FairStanding } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import type { BoothStatusEvent, ClientEvents, ServerEvents } from '#shared/protocol/events'
import { rooms } from './rooms'

export interface SocketData {
  actor: Actor
  /** The session's token; null for visitors. */
  token: string | null
  /** Fairs whose rooms it is in, with what it is there. */
  fairs: Map<FairId, FairStanding>
}

export type EventServer = Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>
export type EventSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>

/** A page shows one fair; a few more for people who leave tabs open on one connection. */
export const MAX_FAIRS_A_SOCKET = 10

/**
 * Lets the socket into the fair's rooms, as far as it may, and returns the state of every booth. The rooms come first and the
 * reading second, so that a change between the two is heard. Errors: NOT_FOUND, FORBIDDEN, TOO_MANY_REQUESTS.
 */
export async function joinFair(deps: Deps, socket: EventSocket, fairId: FairId): Promise<BoothStatusEvent[]> {
  const { fairs } = socket.data
  if (!fairs.has(fairId) && fairs.size >= MAX_FAIRS_A_SOCKET)
    throw new AppError('TOO_MANY_REQUESTS', { detail: 'too many fairs on one socket' })
  const standing = await placeInRooms(deps, socket, fairId)
  if (!standing) throw new AppError('NOT_FOUND', { detail: 'no such fair, or not for this socket' })
  return await statusesFor(deps, fairId, standing)
}

/** Puts the socket into the rooms that its rights give, and out of all others of this fair. Null: it may not be here. */
export async function placeInRooms(deps: Deps, socket: EventSocket, fairId: FairId): Promise<FairStanding | null> {
  const { actor, fairs } = socket.data
  const standing = await loadStanding(deps.sql, actor, { id: fairId })
  const before = fairs.get(fairId)
  await socket.leave(rooms.organisers(fairId))
  for (const exhibitorId of before?.exhibitorIds ?? []) await socket.leave(rooms.exhibitor(exhibitorId))
  if (!standing || !can(actor, 'booths:browse', { fair: standing })) {
    await socket.leave(rooms.fair(fairId))
    fairs.delete(fairId)
    return null
  }
  fairs.set(fairId, standing)
  await socket.join(rooms.fair(fairId))
  if (can(actor, 'fair:organise', { fair: standing })) await socket.join(rooms.organisers(fairId))
  for (const exhibitorId of standing.exhibitorIds) await socket.join(rooms.exhibitor(exhibitorId))
  return standing
}

/** Every booth of the latest release, as somebody of this standing may see it; null stands for the public. */
export async function statusesFor(
  deps: Deps,
  fairId: FairId,
  standing: FairStanding | null,
): Promise<BoothStatusEvent[]> {
  const release = await readLatestRelease(deps, fairId)
  if (!release) return []
  const holdings = await readHoldings(deps.sql, fairId, deps.clock.now())
  return [...release.booths.keys()].map((id) => statusEvent(fairId, holdings.get(id) ?? noHolding(id), standing))
}
