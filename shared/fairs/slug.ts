const MAX_LENGTH = 60
/** Letters that do not come apart into a plain letter and an accent. */
const SPELLED_OUT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '&': ' en ',
}

export const SLUG_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** The part of a fair's address that its name suggests: small Latin letters, digits and single dashes. Never empty. */
export function slugOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[ßæœøłđðþı&]/g, (letter) => SPELLED_OUT[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['’]/g, '')
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replaceAll(/^-+|-+$/g, '')
  return slug === '' ? 'beurs' : slug
}

/** The `attempt`-th address for a slug that is taken: `beurs`, `beurs-2`, `beurs-3`. */
export function numberedSlug(slug: string, attempt: number): string {
  if (attempt <= 1) return slug
  const suffix = `-${attempt}`
  return `${slug.slice(0, MAX_LENGTH - suffix.length).replace(/-+$/, '')}${suffix}`
}
