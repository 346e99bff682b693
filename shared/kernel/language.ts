import { z } from 'zod'

export const LANGUAGES = ['nl', 'fr', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export const DEFAULT_LANGUAGE: Language = 'en'

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language)

/** A name that people read. Dutch is the one that must be there; the others fall back. */
export interface LocalText {
  nl: string
  fr?: string | undefined
  en?: string | undefined
}

const FALLBACKS: Record<Language, readonly Language[]> = {
  nl: ['nl', 'en', 'fr'],
  fr: ['fr', 'en', 'nl'],
  en: ['en', 'nl', 'fr'],
}

/** The text in the language asked for, or in the nearest one that has it. */
export function localise(text: LocalText, language: Language): string {
  for (const candidate of FALLBACKS[language]) {
    const found = text[candidate]
    if (found) return found
  }
  return ''
}

/** Accepts a plain string too, which then stands for all languages. */
export const localText = (max = 200) =>
  z.union([
    z.object({
      nl: z.string().min(1).max(max),
      fr: z.string().max(max).optional(),
      en: z.string().max(max).optional(),
    }),
    z
      .string()
      .min(1)
      .max(max)
      .transform((nl): LocalText => ({ nl })),
  ])

/** First supported language of an Accept-Language header, in the order of its weights. */
export function preferredLanguage(header: string | null | undefined): Language {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';')
      const weight = rest.map((item) => item.trim()).find((item) => item.startsWith('q='))
      return { language: tag.slice(0, 2).toLowerCase(), weight: weight ? Number(weight.slice(2)) : 1 }
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return wishes.map((wish) => wish.language).find(isLanguage) ?? DEFAULT_LANGUAGE
}
