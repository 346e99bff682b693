import type { Plan, Talk } from '#shared/document/records'
import { matchesSearch } from '#shared/exhibitors/search'
import type { PersonId } from '#shared/kernel/ids'
import { talkMatches } from '#shared/programme/queries/filterSlots'
import { textsOfTalk } from '#shared/programme/queries/searchTalks'
import type { TalkFilter } from './types'

interface FilterSources {
  plan: Plan
  nameOf: (id: PersonId) => string | undefined
}

/** Whether a talk fits what one looks for: fields as chosen, and every word somewhere in its texts. */
export function talkFilter(filter: TalkFilter, sources: FilterSources): (talk: Talk) => boolean {
  const { text, kind, sectorId, state, language } = filter
  const fields = { kind, state, language, sectorId: sectorId === 'none' ? null : sectorId }
  const isOpen = text.trim() === '' && sectorId === null && kind === null && state === null && language === null
  if (isOpen) return () => true
  const known = new Map<Talk, boolean>()
  return (talk) => {
    let fits = known.get(talk)
    if (fits === undefined) {
      fits =
        talkMatches(talk, fields) &&
        (sectorId !== 'none' || talk.sectorId === null) &&
        matchesSearch(textsOfTalk(talk, sources), text)
      known.set(talk, fits)
    }
    return fits
  }
}

export const isFiltering = ({ text, kind, sectorId, state, language }: TalkFilter): boolean =>
  text.trim() !== '' || kind !== null || sectorId !== null || state !== null || language !== null
