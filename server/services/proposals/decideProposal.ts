import type { Tx } from '#server/db/client'
import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import { answerOnce } from '#server/services/claims/answerOnce'
import { appendEdit } from '#server/services/documents/appendPatch'
import { queueMail } from '#server/services/mails/queueMail'
import { insertPerson } from '#server/services/people/personRows'
import type { Actor } from '#shared/access/roles'
import type { Talk } from '#shared/document/records'
import { AppError } from '#shared/kernel/errors'
import { type FairId, newId, type PersonId, type TalkId } from '#shared/kernel/ids'
import { LANGUAGES, type Language, type LocalText, localise } from '#shared/kernel/language'
import { parseOrInvalid } from '#shared/kernel/validate'
import { personSchema } from '#shared/people/personInput'
import { createTalk } from '#shared/programme/ops/createTalk'
import { type DecisionInput, decisionSchema, mayReview } from '#shared/proposals/proposal'
import { type LockedProposal, lockProposal } from './proposalRow'

export interface DecideProposalInput {
  fairId: FairId
  proposalId: string
  /** The version that was looked at. */
  version: number
  decision: DecisionInput
  key?: string
}

/**
 * An organiser accepts a proposal, which puts it on the programme's shelf as an invited talk with its speaker, or declines it.
 * Its proposer hears of it. Errors: PROPOSAL_STATE, NOT_FOUND, INVALID.
 */
export const decideProposal =
  (deps: Deps) =>
  async (
    actor: Actor,
    { fairId, proposalId, version, decision: input, key }: DecideProposalInput,
  ): Promise<{ talkId: TalkId | null }> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'proposals:review')
    const { decision, note } = parseOrInvalid(decisionSchema, input)
    const at = deps.clock.now()
    const request = `${decision} proposal/${proposalId} version/${version}: ${note}`
    return await answerOnce(deps, { actor, fairId, key, request }, async (tx) => {
      // Before the proposal: whoever writes to the log takes this lock first.
      await tx`select from fairs where id = ${fairId} for no key update`
      const proposal = await lockProposal(tx, fairId, proposalId)
      const state = decision === 'accept' ? ('accepted' as const) : ('declined' as const)
      if (proposal.version !== version || !mayReview(proposal.state, state))
        throw new AppError('PROPOSAL_STATE', { detail: `${proposal.state}, version ${proposal.version}` })
      const talkId = decision === 'accept' ? await becomeTalk(deps, tx, actor, fairId, proposal) : null
      await tx`update proposals set state = ${state}, votable = false, decision_note = ${note}, talk_id = ${talkId},
        changed_at = ${at}, version = version + 1 where id = ${proposalId}`
      await writeAudit(tx, {
        fairId,
        accountId: actor.accountId,
        action: `proposal.${decision}`,
        subject: proposalId,
        details: { talkId },
        at,
      })
      await tellProposer(tx, fairId, proposal, { decision, note, at })
      return { talkId }
    })
  }

async function becomeTalk(deps: Deps, tx: Tx, actor: Actor, fairId: FairId, proposal: LockedProposal): Promise<TalkId> {
  const speakerId = await speakerOf(deps, tx, fairId, proposal)
  const talkId = newId<TalkId>(deps.randomBytes)
  await appendEdit(tx, { fairId, accountId: actor.accountId }, (plan) => {
    const edit = createTalk(plan, {
      id: talkId,
      title: wholeText(proposal.title),
      abstract: Object.keys(proposal.abstract).length > 0 ? wholeText(proposal.abstract) : null,
      kind: proposal.kind,
      state: 'invited',
      sectorId: proposal.sectorId !== null && plan.sectors.has(proposal.sectorId) ? proposal.sectorId : null,
      language: proposal.language as Talk['language'],
      speakerIds: [speakerId],
      audience: proposal.audience,
      needs: proposal.needs,
    })
    if (!edit.ok) throw new AppError('INVALID', { detail: edit.code, fields: [{ path: '', code: 'unknown' }] })
    return edit.patch
  })
  return talkId
}

/** In any language it was written in: `nl` must be there, and stands for all. */
function wholeText(text: Partial<LocalText>): LocalText {
  const written = LANGUAGES.map((language) => text[language]).find((value) => value !== undefined && value !== '')
  return { ...text, nl: text.nl || (written ?? '') }
}

/** Somebody with that address may be known already. */
async function speakerOf(deps: Deps, tx: Tx, fairId: FairId, proposal: LockedProposal): Promise<PersonId> {
  const [known] = await tx<{ id: PersonId }[]>`
    select id from people where fair_id = ${fairId} and lower(email) = lower(${proposal.speakerEmail})
      and name = ${proposal.speakerName} order by created_at, id limit 1`
  if (known) return known.id
  const language = LANGUAGES.find((one) => proposal.title[one]) ?? 'nl'
  const id = newId<PersonId>(deps.randomBytes)
  const person = parseOrInvalid(personSchema, {
    name: proposal.speakerName,
    email: proposal.speakerEmail,
    language,
    biography: proposal.speakerBiography === '' ? {} : { [language]: proposal.speakerBiography },
    exhibitorId: proposal.exhibitorId,
  })
  await insertPerson(tx, fairId, { id, person, at: deps.clock.now() })
  await notify(tx, 'programme_context', { fairId })
  return id
}

interface Decided {
  decision: 'accept' | 'decline'
  note: string
  at: Date
}

async function tellProposer(tx: Tx, fairId: FairId, proposal: LockedProposal, { decision, note, at }: Decided) {
  const [about] = await tx<About[]>`
    select f.slug, f.name as fair, a.email, a.name, a.language, a.demo
    from fairs f join accounts a on a.id = ${proposal.accountId} where f.id = ${fairId}`
  if (!about) return
  const { slug, fair, ...to } = about
  await queueMail(tx, {
    fairId,
    to,
    template: decision === 'accept' ? 'proposalAccepted' : 'proposalDeclined',
    params: {
      fair: localise(fair, to.language),
      talk: localise(wholeText(proposal.title), to.language),
      note,
      path: `/${to.language}/fairs/${slug}/proposals`,
    },
    at,
  })
}

interface About {
  slug: string
  fair: LocalText
  email: string
  name: string
  language: Language
  demo: boolean
}
