import { describe, expect, it } from 'vitest'
import { catalogues } from '#shared/i18n/catalogues'
import { ERROR_STATUS } from '#shared/kernel/errors'
import { LANGUAGES } from '#shared/kernel/language'
import { CLOSE } from '#shared/protocol/sync'

type Tree = { [key: string]: string | Tree }

const leaves = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : leaves(value, `${prefix}${key}.`),
  )

const variables = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort()

describe('catalogues', () => {
  const english = new Map(leaves(catalogues.en as unknown as Tree))

  it.each(LANGUAGES)('%s says everything, with the same values in the sentence', (language) => {
    const words = new Map(leaves(catalogues[language] as unknown as Tree))
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort())
    for (const [key, text] of words) {
      expect(text.trim(), `${language} ${key}`).not.toBe('')
      expect(new Set(variables(text)), `${language} ${key}`).toEqual(new Set(variables(english.get(key) ?? '')))
    }
  })

  it('has a sentence for every error code and every close code', () => {
    for (const code of Object.keys(ERROR_STATUS)) expect(english.has(`errors.${code}`), code).toBe(true)
    for (const reason of Object.keys(CLOSE)) expect(english.has(`errors.syncClosed.${reason}`), reason).toBe(true)
  })

  it('is not left in English', () => {
    const long = [...english].filter(
      ([, text]) => (text.replace(/\{\{.*?\}\}/g, '').match(/\p{L}{3,}/gu) ?? []).length > 3,
    )
    for (const language of ['nl', 'fr'] as const) {
      const words = new Map(leaves(catalogues[language] as unknown as Tree))
      expect(long.filter(([key, text]) => words.get(key) === text).map(([key]) => key)).toEqual([])
    }
  })
})
