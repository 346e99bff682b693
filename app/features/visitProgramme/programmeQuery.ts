import { TALK_KINDS, type TalkKind } from '#shared/document/talkRecord'
import { isId } from '#shared/kernel/ids'
import { readSearch } from '~/features/visit/planQuery'

/** `sector=none`: talks of no sector. */
export const NO_SECTOR = 'none'

/** What the address of the programme asks for. Whatever makes no sense there is as if it was not said. */
export interface ProgrammeQuery {
  /** 2027-03-12 */
  day: string | null
  /** Null: a list on phones, the grid on a desk. */
  view: 'list' | 'grid' | null
  stageId: string | null
  sectorId: string | null
  kind: TalkKind | null
  /** Spoken, as the talk has it. */
  language: string | null
  search: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

export function readProgrammeQuery(params: URLSearchParams): ProgrammeQuery {
  const id = (name: string) => {
    const value = params.get(name)
    return isId(value) ? value : null
  }
  const like = (name: string, pattern: RegExp) => {
    const value = params.get(name)
    return value !== null && value.length <= 40 && pattern.test(value) ? value : null
  }
  const view = params.get('view')
  return {
    day: like('day', DAY),
    view: view === 'list' || view === 'grid' ? view : null,
    stageId: id('stage'),
    sectorId: id('sector'),
    kind: TALK_KINDS.find((kind) => kind === params.get('kind')) ?? null,
    language: like('language', LANGUAGE_TAG),
    search: readSearch(params),
  }
}

export const isFiltered = ({ stageId, sectorId, kind, language, search }: ProgrammeQuery): boolean =>
  stageId !== null || sectorId !== null || kind !== null || language !== null || search !== ''

type Part = 'day' | 'view' | 'stage' | 'sector' | 'kind' | 'language' | 'q'

/** What the address says, with changes; null takes a part away. */
export function programmeParams(query: ProgrammeQuery, change: Partial<Record<Part, string | null>> = {}) {
  const { day, view, stageId: stage, sectorId: sector, kind, language, search: q } = query
  return { day, view, stage, sector, kind, language, q, ...change }
}
