import type { z } from 'zod'
import type { Tx } from '#server/db/client'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import type { FairDocument } from '#shared/document/fairDocument'
import type { Patch } from '#shared/document/patch'
import { type RestoreWork, restoreWork } from '#shared/history/restoreWork'
import type { RestoreScope } from '#shared/history/scope'
import type { RestoreNote, RestoreResult } from '#shared/history/types'
import type { Between } from '#shared/history/wantedRecords'
import { canonicalJson } from '#shared/kernel/canonicalJson'
import { AppError } from '#shared/kernel/errors'
import { type FairId, newId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { requireStanding } from '../access/standing'
import { writeAudit } from '../access/writeAudit'
import { followDocument } from '../booths/followDocument'
import { appendPatch } from '../documents/appendPatch'
import { momentOfScopeSchema } from './diffVersion'
import { findMoment } from './logTimes'
import { positionSchema } from './readVersion'
import { followLog, prepareGround, type RestoreGround } from './restoreGround'
import { workOut } from './restoring'

const restoreSchema = momentOfScopeSchema.extend({
  /** Last position when the preview was made: the restore is refused where it would do something else by now. */
  latestSeen: positionSchema.optional(),
})
export type RestoreVersionInput = { fairId: FairId } & z.input<typeof restoreSchema>

/**
 * Makes the scope be as it was at the position, as a new edit of the actor: the log goes on, nothing is taken out of it, and what
 * is not in the scope is not touched. Errors: those of standing, NOT_FOUND, INVALID, DRAFT_CHANGED (see `latestSeen`).
 */
export const restoreVersion =
  (deps: Deps) =>
  async (actor: Actor, { fairId, ...input }: RestoreVersionInput): Promise<RestoreResult> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'plan:edit')
    const wish = parseOrInvalid(restoreSchema, input)
    // Claims refer to rows of booths: those of the newest booths are there before anything is decided by them.
    await followDocument(deps)(fairId)
    const ground = await prepareGround(deps.sql, { fairId, position: wish.position, latestSeen: wish.latestSeen })
    try {
      return await deps.sql.begin((tx) => restoreLocked(deps, tx, actor, { fairId, ground, ...wish }))
    } finally {
      ground.doc.destroy()
    }
  }

type Restoring = { fairId: FairId; ground: RestoreGround } & z.output<typeof restoreSchema>

async function restoreLocked(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { fairId, ground, position, scope }: Restoring,
): Promise<RestoreResult> {
  // Nobody writes to the log from here on. Weaker than FOR UPDATE, so that claims (foreign keys to the fair) go on.
  await tx`select from fairs where id = ${fairId} for no key update`
  await requireStanding(tx, actor, { id: fairId }, 'plan:edit')
  const moment = await findMoment(tx, fairId, { position })
  const at = deps.clock.now()
  const { past, seen, dayOf } = ground
  const between: Between = { past, now: await followLog(tx, fairId, ground), dayOf }
  await lockGoing(tx, fairId, between, scope)
  const work = await workOut(tx, { fairId, at, between, scope })
  if (seen && seen.position !== ground.position) {
    const shown = await workOut(tx, { fairId, at, between: { ...between, now: seen.moment }, scope })
    if (!sameWork(shown, work)) throw new AppError('DRAFT_CHANGED', { detail: `restore, position ${ground.position}` })
  }
  const note: RestoreNote = { kind: 'restored', id: newId(deps.randomBytes), ...moment, scope }
  return await write(tx, ground.doc, work, { actor, fairId, note, at })
}

/** Booths that might go can no longer be claimed until this is done; a claim that was first is seen. */
async function lockGoing(tx: Tx, fairId: FairId, between: Between, scope: RestoreScope): Promise<void> {
  const { patch } = restoreWork({ ...between, scope, isClaimed: () => false })
  const going = patch.filter(
    (change) => change.kind === 'booths' && change.op === 'set' && change.fields.removed === true,
  )
  const ids = going.map(({ id }) => id)
  await tx`select from booths where fair_id = ${fairId} and id = any(${ids}) order by id for update`
}

const sameWork = (a: RestoreWork, b: RestoreWork): boolean => inOrder(a.patch) === inOrder(b.patch)
const inOrder = (patch: Patch): string =>
  canonicalJson([...patch].sort((a, b) => (`${a.kind}/${a.id}` < `${b.kind}/${b.id}` ? -1 : 1)))

interface Writing {
  actor: Actor
  fairId: FairId
  note: RestoreNote
  at: Date
}

async function write(
  tx: Tx,
  doc: FairDocument,
  { patch, left }: RestoreWork,
  writing: Writing,
): Promise<RestoreResult> {
  const { fairId, note, at } = writing
  const { accountId } = writing.actor
  const position = await appendPatch(tx, doc, patch, { fairId, accountId, note })
  if (position !== null)
    await writeAudit(tx, {
      ...{ fairId, accountId, action: 'plan.restored', subject: fairId, at },
      details: { position, to: note.position, scope: note.scope.kind, changes: patch.length, left: left.length },
    })
  return { position, changes: patch.length, left }
}
