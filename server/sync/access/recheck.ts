import type { Channels } from '#server/db/notify'
import type { Deps } from '#server/deps'
import type { Services } from '#server/services'
import { RECHECK_MS } from '../limits'
import type { Member } from '../rooms/member'
import { readmit } from './admit'
import type { Roll } from './roll'

/** Ends connections whose right has ended: when told so, and now and then in case nobody told. */
export function createRecheck(deps: Deps, services: Services, roll: Roll) {
  const recheck = async (members: readonly Member[]): Promise<void> => {
    for (const member of members) {
      if (!member.connection.isOpen) continue
      const reason = await readmit(deps, services, member.admitted, member.room.fairId)
      if (reason) member.end(reason)
    }
  }
  const everyone = () => void recheck(roll.all())
  const timer = setInterval(everyone, RECHECK_MS).unref()
  return {
    onChange: ({ accountId, fairId }: Channels['access_changed']) =>
      void recheck(roll.of(accountId).filter((member) => fairId === null || member.room.fairId === fairId)),
    /** Messages may have been missed. */
    everyone,
    close: () => clearInterval(timer),
  }
}
