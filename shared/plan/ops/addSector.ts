import type { Patch } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import type { SectorId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { storedFields } from './edit'

export interface AddSector {
  id: SectorId
  name: LocalText
  /** Without it the first letters of the name that no other sector has. */
  code?: string
  /** Without it the tint that the fewest sectors have. */
  tint?: number
}

const TINTS = 20

export function addSector(plan: Plan, { id, name, code, tint }: AddSector): Patch {
  const sectors = [...plan.sectors.values()]
  const codes = new Set(sectors.map((sector) => sector.code.toLocaleUpperCase('en')))
  return [
    {
      op: 'put',
      kind: 'sectors',
      id,
      fields: storedFields({
        name,
        code: code ?? proposeCode(name.nl, codes),
        tint: tint ?? rarestTint(sectors.map((sector) => sector.tint)),
      }),
    },
  ]
}

function rarestTint(used: readonly number[]): number {
  const counts = Array.from({ length: TINTS }, (_, tint) => used.filter((other) => other === tint).length)
  return counts.indexOf(Math.min(...counts))
}

/** `Podiumkunsten` -> PO, or PD, PI ... when PO is taken, at last X2, X3 ... */
export function proposeCode(name: string, taken: ReadonlySet<string>): string {
  const letters = [...name.normalize('NFD').toLocaleUpperCase('en')].filter((letter) => /[A-Z0-9]/.test(letter))
  const [first = 'S', ...rest] = letters
  for (const letter of rest) if (!taken.has(first + letter)) return first + letter
  let number = 1
  while (taken.has(`${first}${number}`)) number++
  return `${first}${number}`
}
