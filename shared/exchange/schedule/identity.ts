import type { Talk } from '#shared/document/records'
import type { SlotKey } from '#shared/document/talkRecord'
import { slugOf } from '#shared/fairs/slug'
import { isUuid } from './fields'
import type { Conference, ScheduleEvent, SchedulePerson } from './types'
import { nameUuid } from './uuid'

/** Names compared by eye: accents, case and spaces do not matter. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim() || text.trim()

/** Numbers and short codes name something within one conference only. */
export const scopeOf = ({ acronym, title }: Pick<Conference, 'acronym' | 'title'>): string => slugOf(acronym || title)

/** UUIDs are the same in whichever case they are written. */
const sameGuid = (guid: string): string => (isUuid(guid) ? guid.toLowerCase() : guid)

/** By what an event is found again when its file comes again. */
export function eventIdentity({ guid, code, id, title }: ScheduleEvent, scope: string): string {
  if (guid !== null) return sameGuid(guid)
  if (code !== null) return `code:${scope}:${code}`
  return id === null ? `title:${scope}:${plainName(title).slice(0, 200)}` : `id:${scope}:${id}`
}

/**
 * By what a speaker is found again. Old files count mentions: where no number comes twice and names do, numbers say nothing
 * of who it is, and names do.
 */
export function personIdentifier(events: readonly ScheduleEvent[], scope: string): (person: SchedulePerson) => string {
  const mentions = events.flatMap(({ persons }) => persons)
  const numbers = mentions.map(({ id }) => id).filter((id) => id !== null)
  const counted =
    new Set(numbers).size === numbers.length &&
    new Set(mentions.map(({ name }) => plainName(name))).size < mentions.length
  return ({ guid, code, id, name }) => {
    if (guid !== null) return sameGuid(guid)
    if (code !== null) return `code:${scope}:${code}`
    return id === null || counted ? `name:${scope}:${plainName(name)}` : `id:${scope}:${id}`
  }
}

/** The guid of a talk (or of one of its repetitions) in files: its own where it came with one, else made of its id. */
export function slotGuid(fairId: string, { id, guid }: Pick<Talk, 'id' | 'guid'>, key: SlotKey): string {
  const own = isUuid(guid) ? guid.toLowerCase() : nameUuid(`beursvloer:${fairId}:talk:${id}`)
  return key === 'slot' ? own : nameUuid(`urn:uuid:${own}#${key}`)
}

export const personGuid = (fairId: string, { id, guid }: { id: string; guid: string | null }): string =>
  isUuid(guid) ? guid.toLowerCase() : nameUuid(`beursvloer:${fairId}:person:${id}`)

export const stageGuid = (fairId: string, stageId: string): string => nameUuid(`beursvloer:${fairId}:stage:${stageId}`)
