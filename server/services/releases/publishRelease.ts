import { z } from 'zod'
import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import { followDocument } from '#server/services/booths/followDocument'
import { answerOnce } from '#server/services/claims/answerOnce'
import { lockProjection } from '#server/services/documents/projectionLock'
import { queueMails } from '#server/services/mails/queueMail'
import type { Actor } from '#shared/access/roles'
import { idempotencyKeySchema } from '#shared/claims/inputs'
import { emptyPlan } from '#shared/document/plan'
import { AppError } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import { optionalLines } from '#shared/kernel/text'
import { parseOrInvalid } from '#shared/kernel/validate'
import { NO_PROGRAMME } from '#shared/programme/release'
import { releaseMails } from './releaseNews'
import { readCandidate } from './releasePreview'
import { seatWaiting } from './seatWaiting'
import { writeHighestSequences } from './talkHistory'

const publishSchema = z.object({
  /** Log position and number of the preview that was looked at; without the number only the draft is compared. */
  expectedPosition: z.int().min(0),
  expectedNumber: z.int().min(1).optional(),
  /** The open problems were seen; needed where there are any. */
  confirmed: z.boolean().default(false),
  note: optionalLines(1000).default(''),
  key: idempotencyKeySchema.optional(),
})

export type PublishReleaseInput = { fairId: FairId } & z.input<typeof publishSchema>

export interface PublishedRelease {
  number: number
  /** Mails that wait for an organiser to send them. */
  waitingMails: number
}

/**
 * Freezes the draft as the next release. Errors: DRAFT_CHANGED (somebody edited or published since the preview),
 * INVALID with `confirmed` required (there are open problems).
 */
export const publishRelease =
  (deps: Deps) =>
  async (actor: Actor, { fairId, ...input }: PublishReleaseInput): Promise<PublishedRelease> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'release:publish')
    const { expectedPosition, expectedNumber, confirmed, note, key } = parseOrInvalid(publishSchema, input)
    await followDocument(deps)(fairId)
    const request = `publish position/${expectedPosition} number/${expectedNumber ?? ''}`
    return await answerOnce(deps, { actor, fairId, key, request }, async (tx) => {
      // Edits, their projection and other releases wait here, so that what was previewed is what is frozen.
      await lockProjection(tx, [fairId])
      await tx`select from fairs where id = ${fairId} for update`
      const candidate = await readCandidate(deps, tx, fairId)
      const { position, nextNumber, problems, malformed, conflicts } = candidate
      if (position !== expectedPosition || (expectedNumber !== undefined && expectedNumber !== nextNumber))
        throw new AppError('DRAFT_CHANGED', { detail: `position ${position}, number ${nextNumber}` })
      if (problems.length + malformed.length + conflicts.open.length > 0 && !confirmed)
        throw new AppError('INVALID', { fields: [{ path: 'confirmed', code: 'consent' }] })
      const now = deps.clock.now()
      await tx`insert into releases (fair_id, number, note, content, log_position, published_at, published_by)
        values (${fairId}, ${nextNumber}, ${note}, ${tx.json(candidate.content as never)}, ${position}, ${now},
          ${actor.accountId})`
      await writeHighestSequences(tx, fairId, candidate.programme.history)
      const mails = releaseMails({
        fair: candidate.fair,
        release: nextNumber,
        previous: candidate.previous?.number ?? null,
        before: candidate.previous?.plan ?? emptyPlan(),
        after: candidate.plan,
        talks: candidate.talkChanges,
        people: candidate.people.people,
        at: now,
      })
      await queueMails(tx, mails)
      const before = candidate.previous?.programme ?? NO_PROGRAMME
      await seatWaiting(tx, { fairId, before, after: candidate.programme, at: now })
      await writeAudit(tx, {
        fairId,
        accountId: actor.accountId,
        action: 'release.publish',
        subject: String(nextNumber),
        details: {
          ...{ number: nextNumber, booths: candidate.boothCount, talks: candidate.programme.talks.size, position },
          ...{ problems: problems.length, conflicts: conflicts.open.length },
        },
        at: now,
      })
      await notify(tx, 'release_changed', { fairId })
      return { number: nextNumber, waitingMails: mails.length }
    })
  }
