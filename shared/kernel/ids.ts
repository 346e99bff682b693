declare const brand: unique symbol
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }

export type AccountId = Brand<string, 'AccountId'>
export type FairId = Brand<string, 'FairId'>
export type HallId = Brand<string, 'HallId'>
export type BoothId = Brand<string, 'BoothId'>
export type SectorId = Brand<string, 'SectorId'>
export type ExhibitorId = Brand<string, 'ExhibitorId'>
export type ClaimId = Brand<string, 'ClaimId'>
export type StageId = Brand<string, 'StageId'>
export type TalkId = Brand<string, 'TalkId'>
export type PersonId = Brand<string, 'PersonId'>
export type ProposalId = Brand<string, 'ProposalId'>
export type ImportId = Brand<string, 'ImportId'>

/** Every id, of rows and of records alike: safe in an address, a file name, an HTML attribute and as the key of an object. */
export const ID_PATTERN = /^(?!__proto__$)[A-Za-z0-9_-]{1,64}$/
export const isId = (value: unknown): value is string => typeof value === 'string' && ID_PATTERN.test(value)

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
const LENGTH = 16

/** Source of random bytes; the platform's in production, a seeded one in tests. */
export type RandomBytes = (length: number) => Uint8Array

/** 16 characters of base 36: 82 bits, so that two people offline never make the same one. */
export function newId<T extends string>(randomBytes: RandomBytes): T {
  let id = ''
  while (id.length < LENGTH) {
    for (const byte of randomBytes(LENGTH)) {
      if (byte < 252 && id.length < LENGTH) id += ALPHABET[byte % 36]
    }
  }
  return id as T
}

/** `crypto.getRandomValues` also exists on plain http, where `crypto.randomUUID` does not. */
export const platformRandomBytes: RandomBytes = (length) => globalThis.crypto.getRandomValues(new Uint8Array(length))
