import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberBook } from '#shared/exchange/schedule/numbers'
import { strictUri } from '#shared/exchange/schedule/strictUri'
import { nameNumber, nameUuid } from '#shared/exchange/schedule/uuid'

describe('identities made of names', () => {
  it('are UUIDs of version 5, as every other program makes them', () => {
    // Python: uuid.uuid5(uuid.NAMESPACE_URL, ...)
    expect(nameUuid('beursvloer:één')).toBe('6dfff17f-9e55-5e3e-b21d-6ea281d08ba5')
    expect(nameUuid('a'.repeat(200))).toBe('7f4631a0-b493-5760-92a5-27e642bfb142')
    expect(nameUuid('')).toBe('1b4db7eb-4057-5ddf-91e0-36dec72071f5')
  })

  it('are numbers that fit 32 bits', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const number = nameNumber(name)
        return Number.isInteger(number) && number > 0 && number < 2 ** 31
      }),
    )
  })

  it('never take the number that something else came with', () => {
    const made = nameNumber('talk')
    const numbers = numberBook([made, 7, 7])
    expect(numbers(7, 'first')).toBe(7)
    expect(numbers(7, 'second')).not.toBe(7)
    expect(numbers(null, 'talk')).not.toBe(made)
    expect(numbers(made, 'owner')).toBe(made)
    expect(numbers(null, 'talk')).toBeGreaterThan(0)
  })
})

describe('addresses as checkers want them', () => {
  it.each([
    ['https://example.org/é?a=[1]', 'https://example.org/%C3%A9?a=%5B1%5D'],
    ['https://matrix.to/#/#fosdem:fosdem.org?x[y]=1', 'https://matrix.to/#/%23fosdem:fosdem.org?x%5By%5D=1'],
    ['https://example.org/%7Ea%zz', 'https://example.org/%7Ea%25zz'],
    ['https://[::1]:8080/', 'https://[::1]:8080/'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['../relative', null],
    ['https://', null],
  ])('%s', (given, strict) => {
    expect(strictUri(given)).toBe(strict)
    if (strict !== null) expect(strictUri(strict)).toBe(strict)
  })
})
