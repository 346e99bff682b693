import { emptyPlan } from '#shared/document/plan'
import type { Hall, Plan } from '#shared/document/records'
import { planFromJson } from '#shared/exchange/planJson'
import { DEFAULT_SECTORS } from '#shared/fairs/defaultSectors'
import type { NewFairInput } from '#shared/fairs/fairInput'
import { AppError } from '#shared/kernel/errors'
import { type HallId, newId, type RandomBytes } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'

const HALL_NAME: LocalText = { nl: 'Hal 1', fr: 'Hall 1', en: 'Hall 1' }

/** What a new fair's document starts with. Errors: IMPORT_INVALID with a problem a record. */
export function initialPlan(start: NewFairInput['start'], randomBytes: RandomBytes): Plan {
  if (start.from === 'plan') return readImport(start.plan)
  const { widthMm, depthMm, name } = start.hall
  const hall: Hall = {
    id: newId<HallId>(randomBytes),
    name: name ? { nl: name } : HALL_NAME,
    outline: [
      [0, 0],
      [widthMm, 0],
      [widthMm, depthMm],
      [0, depthMm],
    ],
  }
  const sectors = start.defaultSectors ? DEFAULT_SECTORS : []
  return {
    ...emptyPlan(),
    halls: new Map([[hall.id, hall]]),
    sectors: new Map(sectors.map((sector) => [sector.id, sector])),
  }
}

/** Whole or nothing. Errors: IMPORT_INVALID with a problem a record. */
export function readImport(json: unknown): Plan {
  const read = planFromJson(json)
  if (!read.ok) throw new AppError('IMPORT_INVALID', { fields: read.problems })
  return read.plan
}
