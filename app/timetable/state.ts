import type { TalkFilter, TimetableOptions, TimetableState } from './types'
import type { TimetableDay } from './view/days'
import { FIRST_ZOOM, MIN_COLUMN } from './view/geometry'

export const NO_FILTER: TalkFilter = { text: '', kind: null, sectorId: null, state: null, language: null }

export function initialState({ day, view }: TimetableOptions, days: readonly TimetableDay[]): TimetableState {
  const wished = days.find((one) => one.day === day) ?? days[0]
  return {
    view: view ?? 'grid',
    day: wished?.day ?? '',
    days,
    wholeDay: false,
    zoom: FIRST_ZOOM,
    size: { width: 0, height: 0 },
    columnWidth: MIN_COLUMN,
    selection: new Set(),
    focus: null,
    filter: NO_FILTER,
    gesture: null,
    preview: null,
    marquee: null,
    revealed: null,
    announcement: null,
    readOnly: false,
  }
}
