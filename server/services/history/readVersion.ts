import { z } from 'zod'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { readPlan } from '#shared/document/fairDocument'
import type { MomentView } from '#shared/history/types'
import type { FairId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { requireStanding } from '../access/standing'
import { findMoment, logEnds } from './logTimes'
import { openMoment } from './openMoment'

/** A position beyond any log is no number that the database could take. */
export const positionSchema = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
const instantSchema = z.union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))])

const whichSchema = z.union([z.object({ position: positionSchema }), z.object({ at: instantSchema })])

/** `at`: an instant, as Date or ISO text; the moment is that of the last row written by then. */
export type ReadVersionInput = { fairId: FairId } & ({ position: number } | { at: Date | string })

/** The fair as it was at a moment. Errors: those of standing, NOT_FOUND for a position that the log has not reached. */
export const readVersion =
  (deps: Deps) =>
  async (actor: Actor, { fairId, ...which }: ReadVersionInput): Promise<MomentView> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'plan:edit')
    const moment = await findMoment(deps.sql, fairId, parseOrInvalid(whichSchema, which))
    const { latest } = await logEnds(deps.sql, fairId)
    const doc = await openMoment(deps.sql, fairId, moment.position)
    const { plan } = readPlan(doc)
    doc.destroy()
    return { plan, ...moment, latest: latest.position }
  }
