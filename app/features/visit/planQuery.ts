import { BOOTH_STATUSES, type BoothStatus } from '#shared/claims/status'
import { isId } from '#shared/kernel/ids'

/** What the address of the plan page asks for. Whatever makes no sense there is as if it was not said. */
export interface PlanQuery {
  search: string
  sectorId: string | null
  status: BoothStatus | null
  hallId: string | null
  boothId: string | null
  /** The stage that is pointed out. */
  stageId: string | null
  view: 'list' | 'map'
}

/** Longer than any name; keeps a pasted novel from being searched for. */
export const MAX_SEARCH = 100

/** `sector=none`: booths that belong to no sector. */
export const NO_SECTOR = 'none'

export function readPlanQuery(params: URLSearchParams): PlanQuery {
  const id = (name: string) => {
    const value = params.get(name)
    return isId(value) ? value : null
  }
  const [boothId, stageId] = [id('booth'), id('stage')]
  const view = params.get('view') ?? (boothId === null && stageId === null ? 'list' : 'map')
  return {
    search: readSearch(params),
    sectorId: id('sector'),
    status: BOOTH_STATUSES.find((status) => status === params.get('status')) ?? null,
    hallId: id('hall'),
    boothId,
    stageId,
    view: view === 'map' ? 'map' : 'list',
  }
}

export const readSearch = (params: URLSearchParams): string => (params.get('q') ?? '').trim().slice(0, MAX_SEARCH)
