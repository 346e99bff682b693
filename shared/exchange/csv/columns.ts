import { plainName } from '../schedule/identity'

/** Columns of talks.csv, in its order. */
export const TALK_COLUMNS = [
  'id',
  'guid',
  'title',
  'subtitle',
  'abstract',
  'description',
  'kind',
  'sector',
  'language',
  'state',
  'stage',
  'start',
  'end',
  'minutes',
  'speakers',
  'url',
] as const
export type TalkColumn = (typeof TALK_COLUMNS)[number]

/** What people and other programs call them, in the languages around here. `date` stands beside a start without one. */
const CALLED: Readonly<Record<TalkColumn | 'date', readonly string[]>> = {
  id: ['id', 'nr', 'number', 'nummer', 'numero', 'event id', 'talk id'],
  guid: ['guid', 'uuid', 'code'],
  title: ['title', 'titel', 'titre', 'name', 'naam', 'nom', 'talk', 'session', 'sessie', 'onderwerp', 'proposal title'],
  subtitle: ['subtitle', 'ondertitel', 'sous titre'],
  abstract: ['abstract', 'samenvatting', 'resume', 'summary', 'korte beschrijving'],
  description: ['description', 'beschrijving', 'omschrijving', 'toelichting'],
  kind: ['kind', 'type', 'soort', 'genre', 'vorm', 'format', 'formaat', 'session type'],
  sector: ['sector', 'secteur', 'track', 'thema', 'theme', 'categorie', 'category'],
  language: ['language', 'taal', 'langue', 'locale'],
  state: ['state', 'status', 'toestand', 'etat', 'statut', 'staat'],
  stage: ['stage', 'podium', 'scene', 'room', 'zaal', 'salle', 'locatie', 'lieu', 'location', 'plaats'],
  start: [
    'start',
    'begin',
    'debut',
    'starttime',
    'start time',
    'van',
    'de',
    'beginuur',
    'startuur',
    'uur',
    'heure',
    'time',
    'tijd',
  ],
  end: ['end', 'einde', 'eind', 'fin', 'endtime', 'end time', 'tot', 'a', 'einduur', 'eindtijd'],
  minutes: ['minutes', 'minuten', 'duration', 'duur', 'duree', 'lengte', 'length'],
  speakers: [
    'speakers',
    'speaker',
    'sprekers',
    'spreker',
    'intervenants',
    'intervenant',
    'orateurs',
    'speaker names',
    'persons',
    'people',
    'door',
    'par',
    'met',
  ],
  url: ['url', 'link', 'website', 'adres', 'adresse', 'page'],
  date: ['date', 'datum', 'dag', 'jour', 'day'],
}

export interface FoundColumns {
  /** The cell of a row; '' where there is no such column. */
  cell: (row: readonly string[], column: TalkColumn | 'date') => string
  has: (column: TalkColumn | 'date') => boolean
  /** Columns that mean nothing here. */
  unknown: string[]
}

export function findColumns(columns: readonly string[]): FoundColumns {
  const places = new Map<string, number>()
  const unknown: string[] = []
  for (const [index, written] of columns.entries()) {
    const name = plainName(written)
    const [column] = Object.entries(CALLED).find(([, names]) => names.includes(name)) ?? []
    if (column === undefined || places.has(column)) unknown.push(written)
    else places.set(column, index)
  }
  return {
    cell: (row, column) => row[places.get(column) ?? -1] ?? '',
    has: (column) => places.has(column),
    unknown: unknown.filter((name) => name !== ''),
  }
}
