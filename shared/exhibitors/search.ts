/** As people type it: accents, case and the width of letters aside. */
export const foldForSearch = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** Whether every word of the search stands somewhere in the texts. An empty search finds everything. */
export function matchesSearch(texts: readonly string[], search: string): boolean {
  const words = foldForSearch(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const haystack = texts.map(foldForSearch).join('\n')
  return words.every((word) => haystack.includes(word))
}
