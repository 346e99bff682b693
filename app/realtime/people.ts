import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'
import { placeSchema } from '#shared/document/records'
import { slotSchema } from '#shared/document/schedule'
import type { PresenceState, ProgrammePresence, Who } from '#shared/protocol/sync'

/** Far more than a hall holds; beyond it a state is taken for noise. */
const MAX_ITEMS = 5000

const programmeSchema: z.ZodType<ProgrammePresence> = z.object({
  cursor: z.object({ stageId: z.string(), minute: z.number() }).nullable().catch(null),
  selection: z.array(z.string()).max(MAX_ITEMS).catch([]),
  ghost: z.record(z.string(), slotSchema).nullable().catch(null),
})

const presenceSchema: z.ZodType<PresenceState> = z.object({
  hallId: z.string().nullable().catch(null),
  cursor: z.tuple([z.number(), z.number()]).nullable().catch(null),
  selection: z.array(z.string()).max(MAX_ITEMS).catch([]),
  ghost: z.record(z.string(), placeSchema).nullable().catch(null),
  programme: programmeSchema.nullable().catch(null).default(null),
})

/** One window of one person; `presence` is null as long as it says nothing. */
export interface WindowHere extends Who {
  presence: PresenceState | null
}

export interface People {
  /** Everyone's windows but this one. */
  readonly others: readonly WindowHere[]
  /** This window, as the server knows it. */
  readonly self: Who | null
  setWho(who: readonly Who[]): void
  subscribe(listener: () => void): () => void
  destroy(): void
}

/** Who is here: names and colours from the server only, what they point at from themselves. */
export function createPeople(awareness: Awareness): People {
  let who: readonly Who[] = []
  let others: readonly WindowHere[] = []
  let self: Who | null = null
  const listeners = new Set<() => void>()

  const refresh = () => {
    self = who.find((one) => one.clientId === awareness.clientID) ?? null
    others = who
      .filter((one) => one.clientId !== awareness.clientID)
      .map((one) => {
        const stated = awareness.getStates().get(one.clientId)
        const presence = stated === undefined ? undefined : presenceSchema.safeParse(stated)
        return { ...one, presence: presence?.data ?? null }
      })
    for (const listener of listeners) listener()
  }
  awareness.on('change', refresh)

  return {
    get others() {
      return others
    },
    get self() {
      return self
    },
    setWho(next) {
      who = next
      refresh()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy() {
      awareness.off('change', refresh)
      listeners.clear()
    },
  }
}

export interface PersonHere {
  accountId: string
  name: string
  colour: number
  isSelf: boolean
  /** A window of theirs that says where it looks, preferably one with a cursor. */
  window: WindowHere | null
}

/** Persons rather than windows, oneself first, the rest by name. */
export function personsHere(people: Pick<People, 'others' | 'self'>): PersonHere[] {
  const persons = new Map<string, PersonHere>()
  if (people.self) {
    const { accountId, name, colour } = people.self
    persons.set(accountId, { accountId, name, colour, isSelf: true, window: null })
  }
  const pointing = (window: WindowHere) => (window.presence?.cursor || window.presence?.programme?.cursor ? 0 : 1)
  for (const window of [...people.others].sort((a, b) => pointing(a) - pointing(b))) {
    const known = persons.get(window.accountId)
    if (known) known.window ??= window
    else
      persons.set(window.accountId, {
        accountId: window.accountId,
        name: window.name,
        colour: window.colour,
        isSelf: false,
        window,
      })
  }
  return [...persons.values()].sort(
    (a, b) =>
      Number(b.isSelf) - Number(a.isSelf) || a.name.localeCompare(b.name) || (a.accountId < b.accountId ? -1 : 1),
  )
}
