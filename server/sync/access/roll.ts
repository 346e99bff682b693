import { MAX_CONNECTIONS, MAX_CONNECTIONS_PER_ACCOUNT } from '../limits'
import type { Member } from '../rooms/member'
import type { Connection } from '../wire/connection'

/** Everyone who is connected to this process, by account; and how many may be. */
export class Roll {
  private readonly byAccount = new Map<string, Set<Member>>()
  /** Those among them of whom it is not known yet who they are. */
  private readonly connections = new Set<Connection>()

  get size(): number {
    return this.connections.size
  }

  get unsentBytes(): number {
    let bytes = 0
    for (const connection of this.connections) bytes += connection.unsentBytes
    return bytes
  }

  get unstoredBytes(): number {
    let bytes = 0
    for (const members of this.byAccount.values()) for (const member of members) bytes += member.unstoredBytes
    return bytes
  }

  /** False when there is no room for another. */
  open(connection: Connection): boolean {
    if (this.connections.size >= MAX_CONNECTIONS) return false
    this.connections.add(connection)
    connection.onClosed(() => this.connections.delete(connection))
    return true
  }

  /** Sends everyone away; who does not go within the time is cut off. */
  async close(patienceMs: number): Promise<void> {
    const left = [...this.connections].map((connection) => new Promise<void>((resolve) => connection.onClosed(resolve)))
    for (const connection of this.connections) connection.end('leaving')
    const patience = setTimeout(() => {
      for (const connection of this.connections) connection.terminate()
    }, patienceMs)
    await Promise.all(left)
    clearTimeout(patience)
  }

  hasRoomFor(accountId: string): boolean {
    return (this.byAccount.get(accountId)?.size ?? 0) < MAX_CONNECTIONS_PER_ACCOUNT
  }

  add(member: Member): void {
    const members = this.byAccount.get(member.accountId)
    if (members) members.add(member)
    else this.byAccount.set(member.accountId, new Set([member]))
  }

  remove(member: Member): void {
    const members = this.byAccount.get(member.accountId)
    members?.delete(member)
    if (members?.size === 0) this.byAccount.delete(member.accountId)
  }

  of(accountId: string): Member[] {
    return [...(this.byAccount.get(accountId) ?? [])]
  }

  all(): Member[] {
    return [...this.byAccount.values()].flatMap((members) => [...members])
  }
}
