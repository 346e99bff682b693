import { standingBooths } from '#shared/document/plan'
import type { Booth, Plan } from '#shared/document/records'
import type { HallId } from '#shared/kernel/ids'

/** Two numbers are the same when a reader would take them for the same: spaces and capitals do not count. */
export const numberKey = (number: string): string => number.replace(/\s+/g, '').toLocaleUpperCase('en')

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
/** A2 before A10. */
export const compareNumbers = (a: string, b: string): number => collator.compare(a, b)

export function numbersTaken(plan: Plan, hallId: HallId): Set<string> {
  const taken = new Set<string>()
  for (const booth of plan.booths.values()) {
    if (!booth.removed && booth.hallId === hallId) taken.add(numberKey(booth.number))
  }
  return taken
}

/** `A09` is the ninth of series `A`, written with two digits. */
interface Numbered {
  prefix: string
  value: number
  digits: number
}

function parse(number: string): Numbered | null {
  const found = /^(.*?)(\d{1,9})$/.exec(number.trim())
  if (!found) return null
  const [, prefix = '', digits = ''] = found
  return { prefix, value: Number(digits), digits: digits.startsWith('0') ? digits.length : 1 }
}

const write = ({ prefix, value, digits }: Numbered): string => `${prefix}${String(value).padStart(digits, '0')}`

/** The first free number after this one in its series: A3 -> A4, `Foyer` -> `Foyer 2`. Marks it as taken. */
export function takeNumberAfter(number: string, taken: Set<string>): string {
  const last = parse(number) ?? { prefix: `${number.trim()} `, value: 1, digits: 1 }
  for (let value = last.value + 1; ; value++) {
    const candidate = write({ ...last, value })
    if (!taken.has(numberKey(candidate))) {
      taken.add(numberKey(candidate))
      return candidate
    }
  }
}

const boothsOf = (plan: Plan, hallId: HallId): Booth[] =>
  standingBooths(plan).filter((booth) => booth.hallId === hallId)

/** The last number of the hall that ends in digits, in the order people read. */
function lastNumber(plan: Plan, hallId: HallId): string | null {
  let last: string | null = null
  for (const { number } of boothsOf(plan, hallId)) {
    if (parse(number) && (last === null || compareNumbers(number, last) > 0)) last = number
  }
  return last
}

/** Continues the hall's last series; an empty hall begins with A1. `taken` collects what was proposed. */
export function proposeNumber(plan: Plan, hallId: HallId, taken = numbersTaken(plan, hallId)): string {
  return takeNumberAfter(lastNumber(plan, hallId) ?? 'A0', taken)
}

const isHundreds = (number: string) => /^\d{3,}$/.test(number.trim())

const lettersAfter = (letters: string): string => {
  const last = letters.at(-1) ?? ''
  if (last === '') return 'A'
  if (last !== 'Z') return letters.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 1)
  return `${lettersAfter(letters.slice(0, -1))}A`
}

/**
 * Numbers for rows of booths, a series a row: A1 A2 ... B1 B2 ..., or 101 102 ... 201 202 ... where the hall counts in
 * hundreds. Begins with the first series of which the hall has no number yet.
 */
export function proposeRowNumbers(plan: Plan, hallId: HallId, rowLengths: readonly number[]): string[][] {
  const taken = numbersTaken(plan, hallId)
  const last = lastNumber(plan, hallId)
  const numbers = boothsOf(plan, hallId).map((booth) => booth.number)
  if (last !== null && isHundreds(last)) {
    const used = new Set(numbers.filter(isHundreds).map((number) => Math.floor(Number(number) / 100)))
    let series = 0
    return rowLengths.map((length) => {
      do series++
      while (used.has(series))
      return take(`${series}00`, length, taken)
    })
  }
  const used = new Set(numbers.map((number) => parse(number)?.prefix.trim().toLocaleUpperCase('en') ?? ''))
  let letters = ''
  return rowLengths.map((length) => {
    do letters = lettersAfter(letters)
    while (used.has(letters))
    return take(`${letters}0`, length, taken)
  })
}

function take(start: string, count: number, taken: Set<string>): string[] {
  const numbers: string[] = []
  let last = start
  for (let i = 0; i < count; i++) {
    last = takeNumberAfter(last, taken)
    numbers.push(last)
  }
  return numbers
}
