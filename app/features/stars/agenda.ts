import type { MyProgrammeVisit } from '#server/services/stars/myProgramme'
import { openSpans } from '#shared/fairs/openingHours'
import type { Place } from '#shared/geometry/types'
import type { ReleasedPlan } from '#shared/plan/release'
import { gridDays } from '#shared/programme/gridDays'
import { slotsOf } from '#shared/programme/slots'
import { minuteOf } from '#shared/programme/time'
import type { Format } from '~/lib/format'

/** Stage, first minute since 1970, minutes, and the slot's key. */
export type AgendaSlot = readonly [stageId: string, start: number, minutes: number, key: string]

export interface AgendaTalk {
  readonly id: string
  readonly title: string
  readonly cancelled?: true
  readonly slots: readonly AgendaSlot[]
  /** Where and when it was until (milliseconds since 1970), the oldest first. */
  readonly was?: readonly (readonly [until: number, stage: string, start: number])[]
}

/** The programme as short as "my programme" needs it, in one language; a browser makes its own out of this, also offline. */
export interface Agenda {
  readonly timeZone: string
  readonly release: number
  /** What starts in `[from, until)` is of that day, also after midnight. */
  readonly days: readonly { readonly day: string; readonly from: number; readonly until: number }[]
  readonly stages: readonly {
    readonly id: string
    readonly name: string
    readonly hallId: string
    readonly place: Place
  }[]
  readonly talks: readonly AgendaTalk[]
  /** Titles of talks that are no more, by id. */
  readonly gone: Readonly<Record<string, string>>
}

/** Without breaks: nobody stars one. */
export function agendaOf({ fair, past }: MyProgrammeVisit, release: ReleasedPlan, format: Format): Agenda {
  const { plan, programme, number } = release
  const nameOf = (stageId: string) => {
    const stage = plan.stages.get(stageId)
    return stage ? format.text(stage.name) : ''
  }
  const open = openSpans(fair.openingHours, fair.timeZone).map(
    ({ from, until }) => [minuteOf(from), minuteOf(until)] as const,
  )
  return {
    timeZone: fair.timeZone,
    release: number,
    days: gridDays(open, programme.slots, fair.timeZone).map(({ day, from, until }) => ({ day, from, until })),
    stages: [...plan.stages.values()].map(({ id, hallId, place }) => ({ id, name: nameOf(id), hallId, place })),
    talks: [...programme.talks.values()]
      .filter(({ kind }) => kind !== 'break')
      .map((talk) => {
        const was = past.former.get(talk.id) ?? []
        return {
          id: talk.id,
          title: format.text(talk.title),
          ...(talk.state === 'cancelled' ? { cancelled: true as const } : {}),
          slots: slotsOf(talk).map(({ stageId, start, end, key }) => [stageId, start, end - start, key] as const),
          ...(was.length > 0
            ? {
                was: was.map(
                  ({ until, stageId, stage, start }) =>
                    [until, stage ? format.text(stage) : nameOf(stageId), start] as const,
                ),
              }
            : {}),
        }
      }),
    gone: Object.fromEntries([...past.gone].map(([id, title]) => [id, format.text(title)])),
  }
}
