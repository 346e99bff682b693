import type { ProgrammeContextJson, ProgrammePersonJson } from '#server/services/programme/programmeEditorData'
import type { PersonId } from '#shared/kernel/ids'
import type { PersonFacts, ProgrammeContext } from '#shared/programme/conflicts/types'
import { createValue, type Value } from '~/lib/value'

export type ProgrammePerson = PersonFacts & Pick<ProgrammePersonJson, 'exhibitorName'>

/** What the programme needs beside the document: hours, people with names, changeover. */
export interface ProgrammeFacts extends ProgrammeContext {
  /** By name, as lists show them. */
  readonly people: ReadonlyMap<PersonId, ProgrammePerson>
  /** The organisers' accounts. */
  readonly team: ProgrammeContextJson['team']
}

export interface FactsValue extends Pick<Value<ProgrammeFacts>, 'current' | 'subscribe'> {
  /** Asks the server anew, after people or hours were changed. */
  refresh(): Promise<void>
}

const factsOf = ({ people, ...context }: ProgrammeContextJson): ProgrammeFacts => ({
  ...context,
  people: new Map(people.map((person) => [person.id, person])),
})

/** Where it cannot be asked (no network), what is known stays. */
export function createFacts(start: ProgrammeContextJson, address: string): FactsValue {
  const value = createValue(factsOf(start))
  return {
    get current() {
      return value.current
    },
    subscribe: value.subscribe,
    async refresh() {
      const answer = await fetch(address, { credentials: 'same-origin' }).catch(() => null)
      if (answer?.ok) value.set(factsOf((await answer.json()) as ProgrammeContextJson))
    },
  }
}
