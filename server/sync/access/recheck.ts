import { isDatabaseAway } from '#server/db/errors'
import type { Channels } from '#server/db/notify'
import type { Deps } from '#server/deps'
import { RECHECK_MS } from '../limits'
import type { Member } from '../rooms/member'
import { checkRights } from './rights'
import type { Roll } from './roll'

/** Ends connections whose right has ended: when told so, when their session runs out, and now and then in case nobody told. */
export function createRecheck({ sql, clock, log }: Deps, roll: Roll) {
  let timer: NodeJS.Timeout | null = null
  let closed = false
  let heard = 0

  /** Returns the milliseconds after which it is worth looking again. */
  const look = async (members: readonly Member[]): Promise<number> => {
    const open = members.filter((member) => member.connection.isOpen)
    if (open.length === 0) return RECHECK_MS
    const now = clock.now()
    try {
      const horizon = new Date(now.getTime() + RECHECK_MS)
      const { reasons, nextEnd } = await checkRights(sql, open.map(rightOf), { now, horizon })
      for (const [nth, member] of open.entries()) {
        const reason = reasons[nth]
        if (reason) member.end(reason)
      }
      return nextEnd === null ? RECHECK_MS : nextEnd.getTime() - now.getTime()
    } catch (error) {
      if (!isDatabaseAway(error)) log.error({ err: error }, 'rights could not be looked at')
      return RECHECK_MS
    }
  }
  const everyone = async (): Promise<void> => {
    if (timer) clearTimeout(timer)
    const wait = await look(roll.all())
    if (timer) clearTimeout(timer)
    if (!closed) timer = setTimeout(everyone, wait).unref()
  }
  void everyone()

  return {
    /** How many changes were told of so far. */
    get heard(): number {
      return heard
    },
    onChange: ({ accountId, fairId }: Channels['access_changed']) => {
      heard++
      void look(roll.of(accountId).filter((member) => fairId === null || member.room.fairId === fairId))
    },
    look,
    /** What it wrote was not stored: nothing more is heard of it, and it learns why. */
    refused: async (member: Member): Promise<void> => {
      member.connection.hold('access')
      await look([member])
      // It may have the right again: it comes back, and brings once more what was refused.
      member.end('later')
    },
    /** Messages may have been missed. */
    everyone: () => void everyone(),
    close: () => {
      closed = true
      if (timer) clearTimeout(timer)
    },
  }
}

const rightOf = ({ room, accountId, admitted }: Member) => ({
  fairId: room.fairId,
  accountId,
  session: admitted.session,
})
