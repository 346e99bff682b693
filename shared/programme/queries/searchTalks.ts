import type { Plan, Talk } from '#shared/document/records'
import { foldForSearch } from '#shared/exhibitors/search'
import type { PersonId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { slotsOf } from '../slots'
import { plainText } from './plainText'

export interface SearchedIn {
  plan: Pick<Plan, 'stages' | 'sectors'>
  /** Of people who are not known: undefined. */
  nameOf: (id: PersonId) => string | undefined
}

const everyLanguage = (text: LocalText | null | undefined): string[] =>
  text ? [text.nl, text.fr, text.en].filter((part) => part !== undefined) : []

/** Everything by which a talk is found, in all languages. */
export function textsOfTalk(talk: Talk, { plan, nameOf }: SearchedIn): string[] {
  const sector = talk.sectorId === null ? undefined : plan.sectors.get(talk.sectorId)
  return [
    ...everyLanguage(talk.title),
    ...everyLanguage(talk.abstract).map(plainText),
    ...talk.speakerIds.flatMap((id) => nameOf(id) ?? []),
    ...slotsOf(talk).flatMap(({ stageId }) => everyLanguage(plan.stages.get(stageId)?.name)),
    ...everyLanguage(sector?.name),
  ]
}

/**
 * A search through the same talks again and again, as somebody types: each is made ready once. Accents and case do not
 * matter; every word must be found somewhere; nothing typed finds all, in the order given.
 */
export function createTalkSearch(talks: Iterable<Talk>, where: SearchedIn): (text: string) => Talk[] {
  const all = [...talks]
  const ready = new Map<Talk, string>()
  const readyOf = (talk: Talk): string => {
    let text = ready.get(talk)
    if (text === undefined) {
      text = textsOfTalk(talk, where).map(foldForSearch).join('\n')
      ready.set(talk, text)
    }
    return text
  }
  return (text) => {
    const words = foldForSearch(text).split(/\s+/).filter(Boolean)
    return words.length === 0 ? all : all.filter((talk) => words.every((word) => readyOf(talk).includes(word)))
  }
}

export const searchTalks = (talks: Iterable<Talk>, text: string, where: SearchedIn): Talk[] =>
  createTalkSearch(talks, where)(text)
