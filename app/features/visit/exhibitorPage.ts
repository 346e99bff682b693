import type { ExhibitorVisit } from '#server/services/visit/visitExhibitor'
import type { PublishedFair } from '#server/services/visit/visitFair'
import { LANGUAGES, type Language } from '#shared/kernel/language'
import type { Format } from '~/lib/format'
import { type ExhibitorCard, exhibitorCards } from './exhibitorsPage'
import { type MiniMapHall, miniMaps } from './miniMaps'

type Shown = Pick<ExhibitorVisit['exhibitor'], 'languages' | 'links' | 'contact'>

export interface ExhibitorPage extends ExhibitorCard, Shown {
  /** In the reader's language, or another with its name; null when there is none. */
  description: { text: string; language: Language } | null
  maps: MiniMapHall[]
}

export function exhibitorPage(
  exhibitor: ExhibitorVisit['exhibitor'],
  published: PublishedFair,
  format: Format,
): ExhibitorPage | null {
  const card = exhibitorCards(published, format).find(({ id }) => id === exhibitor.id)
  if (!card) return null
  const { languages, links, contact } = exhibitor
  return {
    ...card,
    languages,
    contact,
    links: links.filter(({ url }) => /^https?:\/\//i.test(url)),
    description: chosenText(exhibitor.description, format.language),
    maps: miniMaps(published, exhibitor.boothIds),
  }
}

/** The reader's language first, then the others in their order. */
export function chosenText(
  texts: Partial<Record<Language, string | undefined>>,
  wanted: Language,
): { text: string; language: Language } | null {
  for (const language of [wanted, ...LANGUAGES]) {
    const text = texts[language]?.trim()
    if (text) return { text, language }
  }
  return null
}
