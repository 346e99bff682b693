/** Of the first and the last part of a name: AV for Amal Verstraeten, A for Amal. */
export function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter((part) => /\p{L}|\p{N}/u.test(part))
  const letters = parts.map((part) => part.match(/\p{L}|\p{N}/u)?.[0] ?? '')
  const [first = '', last = ''] = [letters[0], parts.length > 1 ? letters.at(-1) : '']
  return `${first}${last}`.toUpperCase()
}
