import { z } from 'zod'
import { emailSchema, personNameSchema } from '#shared/access/email'
import { equipmentSchema } from '#shared/document/schedule'
import { MAX_TITLE, TALK_KINDS, type TalkKind } from '#shared/document/talkRecord'
import { composed } from '#shared/exhibitors/profile'
import { type ExhibitorId, ID_PATTERN, type SectorId } from '#shared/kernel/ids'
import { LANGUAGES } from '#shared/kernel/language'
import { line, optionalLine, optionalLines } from '#shared/kernel/text'

export const PROPOSAL_STATES = ['submitted', 'reviewing', 'accepted', 'declined', 'withdrawn'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** Who may lead a proposal from one state to which: accepted ones are talks, and are changed as such. */
const REVIEWED: Readonly<Record<ProposalState, readonly ProposalState[]>> = {
  submitted: ['reviewing', 'accepted', 'declined'],
  reviewing: ['submitted', 'accepted', 'declined'],
  declined: ['reviewing'],
  accepted: [],
  withdrawn: [],
}

export const mayReview = (from: ProposalState, to: ProposalState): boolean => REVIEWED[from].includes(to)
/** Once the organisers look at it, its proposer asks them. */
export const mayEdit = (state: ProposalState): boolean => state === 'submitted'
export const mayWithdraw = (state: ProposalState): boolean => state === 'submitted' || state === 'reviewing'

/** Breaks and blockers are the organisers'. */
export const PROPOSABLE_KINDS = ['talk', 'workshop', 'debate', 'networking', 'meeting'] as const satisfies TalkKind[]
export type ProposableKind = (typeof PROPOSABLE_KINDS)[number]

const isKind = (kind: string): kind is ProposableKind => (PROPOSABLE_KINDS as readonly string[]).includes(kind)
export const proposableKind = (text: string): ProposableKind =>
  isKind(text) && (TALK_KINDS as readonly string[]).includes(text) ? text : 'talk'

export const MAX_PROPOSAL_TEXT = 5000
export const MAX_LABELS = 10

const optionalId = <T extends string>() =>
  z
    .union([z.literal(''), z.string().refine((text) => ID_PATTERN.test(text), { params: { code: 'id' } })])
    .transform((text) => (text === '' ? null : (text as T)))
    .nullable()
    .default(null)

/** What somebody proposes, in one language. */
export const proposalSchema = z.object({
  /** In which title and abstract are written. */
  writtenIn: z.enum(LANGUAGES),
  title: composed(line(MAX_TITLE)),
  abstract: composed(optionalLines(MAX_PROPOSAL_TEXT)).default(''),
  kind: z.enum(PROPOSABLE_KINDS).default('talk'),
  /** In which it would be held; null: without many words. */
  language: z.enum(LANGUAGES).nullable().default(null),
  sectorId: optionalId<SectorId>(),
  exhibitorId: optionalId<ExhibitorId>(),
  audience: z.int().min(1).max(100_000).nullable().default(null),
  needs: equipmentSchema.default([]),
  speakerName: composed(personNameSchema),
  speakerEmail: emailSchema,
  speakerBiography: composed(optionalLines(2000)).default(''),
  /** To the organisers only. */
  message: composed(optionalLines(2000)).default(''),
})
export type ProposalInput = z.input<typeof proposalSchema>
export type ProposalFields = z.output<typeof proposalSchema>

const labelSchema = composed(line(40))
export const reviewSchema = z.object({
  state: z.enum(['submitted', 'reviewing']),
  labels: z
    .array(labelSchema)
    .max(MAX_LABELS)
    .transform((labels) => [...new Set(labels)]),
  votable: z.boolean(),
})
export type ReviewInput = z.input<typeof reviewSchema>

export const decisionSchema = z.object({
  decision: z.enum(['accept', 'decline']),
  /** To the proposer. */
  note: composed(optionalLines(1000)).default(''),
})
export type DecisionInput = z.input<typeof decisionSchema>

/** Labels as organisers type them: with commas between. */
export const labelsOf = (text: string): string[] =>
  text
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '')

export const searchWords = optionalLine(100)
