import type { Schedule, SchedulePerson } from '../schedule/types'
import { offsetTime } from '../schedule/writtenTime'
import { TALK_COLUMNS } from './columns'
import { writeCsv } from './csvText'

interface TableOptions {
  byteOrderMark?: boolean
}

/** One line for each time that a talk is held. Names of speakers stand between semicolons. */
export function writeTalksCsv({ events, conference: { timeZone } }: Schedule, options: TableOptions = {}): string {
  const rows = events.map((event) => {
    const { start, minutes } = event
    return {
      id: event.id,
      guid: event.guid,
      title: event.title,
      subtitle: event.subtitle,
      abstract: event.abstract,
      description: event.description,
      kind: event.type,
      sector: event.track,
      language: event.language,
      state: event.cancelled ? 'cancelled' : 'confirmed',
      stage: event.room,
      start: start === null ? null : offsetTime(start, timeZone),
      end: start === null ? null : offsetTime(start + minutes, timeZone),
      minutes,
      speakers: nameList(event.persons.map(({ name }) => name)),
      url: event.url,
    }
  })
  return writeCsv(
    TALK_COLUMNS,
    rows.map((row) => TALK_COLUMNS.map((column) => row[column])),
    options,
  )
}

/** As `readScheduleCsv` takes them apart: one name with a comma in it ends in a semicolon, or it would be taken for two. */
function nameList(names: readonly string[]): string {
  const separable = names.map((name) => name.replaceAll(/\s*[;|]\s*/g, ', '))
  const [only = ''] = separable
  return separable.length === 1 && only.includes(',') ? `${only};` : separable.join('; ')
}

/** Everybody who speaks, once, with what they give. */
export function writeSpeakersCsv({ events }: Schedule, options: TableOptions = {}): string {
  const speakers = new Map<string, { person: SchedulePerson; titles: Set<string> }>()
  for (const { persons, title } of events)
    for (const person of persons) {
      const key = person.guid ?? String(person.id)
      const known = speakers.get(key) ?? { person, titles: new Set<string>() }
      speakers.set(key, known)
      known.titles.add(title)
    }
  const rows = [...speakers.values()].map(({ person, titles }) => [
    person.id,
    person.guid,
    person.name,
    person.biography,
    [person.url, ...person.links.map(({ url }) => url)].filter((url) => url !== null).join(' '),
    [...titles].join('; '),
  ])
  return writeCsv(['id', 'guid', 'name', 'biography', 'links', 'talks'], rows, options)
}

export interface StageRow {
  id: string
  guid: string
  name: string
  hall: string
  capacity: number | null
  equipment: readonly string[]
  talks: number
}

export const writeStagesCsv = (stages: readonly StageRow[], options: TableOptions = {}): string =>
  writeCsv(
    ['id', 'guid', 'name', 'hall', 'capacity', 'equipment', 'talks'],
    stages.map(({ id, guid, name, hall, capacity, equipment, talks }) => [
      id,
      guid,
      name,
      hall,
      capacity,
      equipment.join('; '),
      talks,
    ]),
    options,
  )
