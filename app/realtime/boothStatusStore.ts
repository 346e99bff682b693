import type { BoothStatusEvent, JoinAnswer, ServerEvents } from '#shared/protocol/events'

/** `live`: told of every change. `away`: what is shown may be old. `refused`: the server does not tell us. */
export type LiveState = 'connecting' | 'live' | 'away' | 'refused'

export interface BoothStatuses {
  readonly state: LiveState
  readonly statuses: ReadonlyMap<string, BoothStatusEvent>
  /** Grows whenever a release is published or withdrawn while one looks on. */
  readonly releaseChanges: number
}

/** The part of a Socket.IO client that is needed here. */
export interface BoothSocket {
  readonly connected: boolean
  on<E extends SocketEvent>(event: E, listener: SocketListeners[E]): unknown
  off<E extends SocketEvent>(event: E, listener: SocketListeners[E]): unknown
  /** Null when there was no answer in time. */
  join(fairId: string): Promise<JoinAnswer | null>
}
export type SocketListeners = ServerEvents & { connect: () => void; disconnect: () => void }
type SocketEvent = keyof SocketListeners

const RETRY_MS = 3000

/**
 * The version stays when a hold runs out: then the later word counts. Events are told to everyone alike; what one may know
 * beyond them (who claims) comes with the answer to joining, under the same version.
 */
const isNews = (event: BoothStatusEvent, known: BoothStatusEvent | undefined) =>
  !known ||
  event.version > known.version ||
  (event.version === known.version &&
    (event.status !== known.status || (known.exhibitorName === null && event.exhibitorName !== null)))

/** Newer events in; when nothing is new the same map comes back. */
export function withEvents(
  statuses: ReadonlyMap<string, BoothStatusEvent>,
  events: readonly BoothStatusEvent[],
): ReadonlyMap<string, BoothStatusEvent> {
  const news = events.filter((event) => isNews(event, statuses.get(event.boothId)))
  if (news.length === 0) return statuses
  const next = new Map(statuses)
  for (const event of news) next.set(event.boothId, event)
  return next
}

export interface BoothStatusStore {
  readonly current: BoothStatuses
  /** `changed`: ids of the booths whose status is another now. */
  subscribe(listener: (changed: readonly string[]) => void): () => void
  /** Asks for everything anew. */
  refresh(): void
  destroy(): void
}

/** Statuses of one fair: joins, joins again after every reconnect, and drops whatever is older than what it knows. */
export function createBoothStatusStore(
  fairId: string,
  socket: BoothSocket,
  initial: readonly BoothStatusEvent[] = [],
): BoothStatusStore {
  let current: BoothStatuses = {
    state: 'connecting',
    statuses: withEvents(new Map(), initial),
    releaseChanges: 0,
  }
  let destroyed = false
  let retry: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<(changed: readonly string[]) => void>()

  const update = (part: Partial<BoothStatuses>) => {
    const before = current
    current = { ...current, ...part }
    const changed =
      before.statuses === current.statuses
        ? []
        : [...current.statuses.values()]
            .filter((event) => before.statuses.get(event.boothId) !== event)
            .map((event) => event.boothId)
    for (const listener of listeners) listener(changed)
  }

  const join = async () => {
    clearTimeout(retry)
    if (!socket.connected) return
    const answer = await socket.join(fairId)
    if (destroyed || !socket.connected) return
    if (answer === null) retry = setTimeout(join, RETRY_MS)
    else if (answer.ok) update({ state: 'live', statuses: withEvents(current.statuses, answer.booths) })
    else update({ state: 'refused' })
  }
  const onStatus = (event: BoothStatusEvent) => {
    if (event.fairId !== fairId) return
    const statuses = withEvents(current.statuses, [event])
    if (statuses !== current.statuses) update({ statuses })
  }
  const onRelease = (event: { fairId: string }) => {
    if (event.fairId === fairId) update({ releaseChanges: current.releaseChanges + 1 })
  }
  const onDisconnect = () => {
    clearTimeout(retry)
    update({ state: 'away' })
  }
  const onConnect = () => void join()

  socket.on('connect', onConnect)
  socket.on('disconnect', onDisconnect)
  socket.on('booth:status', onStatus)
  socket.on('release:changed', onRelease)
  if (socket.connected) void join()

  return {
    get current() {
      return current
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh: () => void join(),
    destroy() {
      destroyed = true
      clearTimeout(retry)
      socket.off('connect', onConnect)
      socket.off('disconnect', onDisconnect)
      socket.off('booth:status', onStatus)
      socket.off('release:changed', onRelease)
      listeners.clear()
    },
  }
}
