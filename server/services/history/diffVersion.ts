import { z } from 'zod'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { applyPatch, ORIGIN, readPlan, storedFields } from '#shared/document/fairDocument'
import type { Plan } from '#shared/document/records'
import { readMoment } from '#shared/history/moment'
import { restoreScopeSchema } from '#shared/history/scope'
import { summarise } from '#shared/history/summarise'
import type { RestorePreview } from '#shared/history/types'
import type { FairId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { planDiff } from '#shared/plan/queries/planDiff'
import { programmeDiff } from '#shared/programme/queries/programmeDiff'
import { requireStanding } from '../access/standing'
import { loadDocument } from '../documents/loadDocument'
import { findMoment } from './logTimes'
import { positionSchema } from './readVersion'
import { programmeDayOf, readPast, workOut } from './restoring'

export const momentOfScopeSchema = z.object({ position: positionSchema, scope: restoreScopeSchema })
export type DiffVersionInput = { fairId: FairId } & z.input<typeof momentOfScopeSchema>

/** What a restore would do now, without doing it. Errors: those of standing, NOT_FOUND, INVALID. */
export const diffVersion =
  (deps: Deps) =>
  async (actor: Actor, { fairId, ...input }: DiffVersionInput): Promise<RestorePreview> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'plan:edit')
    const { position, scope } = parseOrInvalid(momentOfScopeSchema, input)
    const moment = await findMoment(deps.sql, fairId, { position })
    const { doc, position: latest } = await loadDocument(deps.sql, fairId)
    const past = await readPast(deps.sql, fairId, position)
    const now = readMoment(doc)
    const dayOf = await programmeDayOf(deps.sql, fairId)
    const between = { past, now, dayOf }
    const { patch, left } = await workOut(deps.sql, { fairId, at: deps.clock.now(), between, scope })
    applyPatch(doc, patch, ORIGIN.system)
    const after = readPlan(doc).plan
    const differences = patch.map(({ kind, id }) => ({
      ...{ kind, id },
      before: now.stored[kind].get(id) ?? null,
      after: storedFields(doc, { kind, id }),
    }))
    const hall = (id: string) => storedFields(doc, { kind: 'halls', id }) ?? past.stored.halls.get(id) ?? null
    const summary = summarise(differences, { hall, dayOf })
    doc.destroy()
    return {
      ...moment,
      latest,
      changes: patch.length,
      summary,
      plan: planDiff(now.plan, after),
      talks: programmeDiff(standingTalks(now.plan), standingTalks(after)),
      left,
      after,
    }
  }

const standingTalks = ({ talks }: Plan) => ({
  talks: new Map([...talks.values()].filter(({ removed }) => !removed).map((talk) => [talk.id, talk])),
})
