import { nameNumber } from './uuid'

/**
 * Hands out numbers of which none comes twice. `taken`: those that come with their owners; of two owners of one number the
 * first keeps it. Others are made of a name, the same for the same name.
 */
export function numberBook(taken: Iterable<number | null>): (own: number | null, name: string) => number {
  const reserved = new Set<number>()
  for (const number of taken) if (number !== null) reserved.add(number)
  const given = new Set<number>()
  return (own, name) => {
    const free = (number: number) => !given.has(number) && (number === own || !reserved.has(number))
    let number = own ?? nameNumber(name)
    for (let attempt = 1; !free(number); attempt++) number = nameNumber(`${name}#${attempt}`)
    given.add(number)
    return number
  }
}
