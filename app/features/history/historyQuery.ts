import { isId } from '#shared/kernel/ids'

export const HISTORY_VIEWS = ['plan', 'programme'] as const
export type HistoryView = (typeof HISTORY_VIEWS)[number]

/** What the address of the time machine asks for. Whatever makes no sense there is as if it was not said. */
export interface HistoryQuery {
  /** Position in the fair's log whose moment is shown; null: only the list. */
  at: number | null
  view: HistoryView
  hallId: string | null
  /** 2027-03-12 */
  day: string | null
  /** Only gestures of this account. */
  who: string | null
  /** Only gestures that touched this. */
  what: HistoryView | null
  /** The list goes on with gestures before this position. */
  before: number | null
}

export function readHistoryQuery(params: URLSearchParams): HistoryQuery {
  const who = params.get('who')
  return {
    at: readPosition(params, 'at'),
    view: HISTORY_VIEWS.find((view) => view === params.get('view')) ?? 'plan',
    hallId: readId(params, 'hall'),
    day: readDay(params),
    who: isId(who) ? who : null,
    what: HISTORY_VIEWS.find((what) => what === params.get('what')) ?? null,
    before: readPosition(params, 'before'),
  }
}

export function readPosition(params: URLSearchParams, name: string): number | null {
  const text = params.get(name) ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

export function readId(params: URLSearchParams, name: string): string | null {
  const value = params.get(name)
  return isId(value) ? value : null
}

export function readDay(params: URLSearchParams): string | null {
  const day = params.get('day') ?? ''
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null
}
