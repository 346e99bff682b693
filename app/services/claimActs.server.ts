import type { AppLoadContext } from '@remix-run/node'
import { AppError, type ErrorCode, isAppError } from '#shared/kernel/errors'
import type { BoothId, ClaimId, ExhibitorId, FairId } from '#shared/kernel/ids'
import { keyOf, textOf } from './page.server'

/** What an organiser's form did, for the sentence that says so. */
export type ClaimAct =
  | { did: 'confirm' | 'decline' | 'move' | 'hold' | 'claim'; exhibitor: string; number: string }
  | { did: 'block' | 'unblock'; number: string }
  | { did: 'confirmSelected'; confirmed: number; failed: { number: string; exhibitor: string; code: ErrorCode }[] }

interface Names {
  exhibitor: (id: string) => string
  booth: (id: string) => string
  claim: (id: string) => { exhibitor: string; number: string } | undefined
}

/** Carries out one form of the claims page. Errors: those of the use-cases, BAD_REQUEST for an unknown intent. */
export async function actOnClaims(
  context: AppLoadContext,
  fairId: FairId,
  form: FormData,
  names: Names,
): Promise<ClaimAct> {
  const { services, actor } = context
  const { claims, booths } = services
  const intent = textOf(form, 'intent')
  const claimId = textOf(form, 'claimId') as ClaimId
  const boothId = textOf(form, 'boothId') as BoothId
  const named = (claim: { exhibitorId: string; boothNumber: string }) => ({
    exhibitor: names.exhibitor(claim.exhibitorId),
    number: claim.boothNumber,
  })
  switch (intent) {
    case 'confirm': {
      const { claim } = await claims.confirmClaim(actor, { fairId, claimId, key: keyOf(form, intent, claimId) })
      return { did: intent, ...named(claim) }
    }
    case 'decline': {
      const reason = textOf(form, 'reason').trim() || textOf(form, 'suggested')
      const { claim } = await claims.declineClaim(actor, { fairId, claimId, reason, key: keyOf(form, intent, claimId) })
      return { did: intent, ...named(claim) }
    }
    case 'move': {
      const toBoothId = textOf(form, 'toBoothId') as BoothId
      const key = keyOf(form, intent, claimId, toBoothId)
      const { claim } = await claims.moveExhibitor(actor, { fairId, claimId, toBoothId, key })
      return { did: intent, ...named(claim) }
    }
    case 'takeHeld':
    case 'takeClaimed':
    case 'takeConfirmed':
      return await takeFor(context, fairId, form, names, intent)
    case 'block':
      await booths.blockBooth(actor, { fairId, boothId, reason: textOf(form, 'reason') })
      return { did: intent, number: names.booth(boothId) }
    case 'unblock':
      await booths.unblockBooth(actor, { fairId, boothId })
      return { did: intent, number: names.booth(boothId) }
    case 'confirmSelected':
      return await confirmSelected(context, fairId, form, names)
    default:
      throw new AppError('BAD_REQUEST', { detail: 'no such act' })
  }
}

async function takeFor(
  { services, actor }: AppLoadContext,
  fairId: FairId,
  form: FormData,
  names: Names,
  intent: 'takeHeld' | 'takeClaimed' | 'takeConfirmed',
): Promise<ClaimAct> {
  const { holdBooth, claimBooth, confirmClaim } = services.claims
  const boothId = textOf(form, 'boothId') as BoothId
  const exhibitorId = textOf(form, 'exhibitorId') as ExhibitorId
  const missing = [
    ...(exhibitorId === '' ? [{ path: 'exhibitorId', code: 'required' }] : []),
    ...(boothId === '' ? [{ path: 'boothId', code: 'required' }] : []),
  ]
  if (missing.length > 0) throw new AppError('INVALID', { fields: missing })
  const key = keyOf(form, intent, exhibitorId, boothId)
  const take = intent === 'takeHeld' ? holdBooth : claimBooth
  const { claim } = await take(actor, { fairId, boothId, exhibitorId, key })
  const told = { exhibitor: names.exhibitor(exhibitorId), number: claim.boothNumber }
  if (intent !== 'takeConfirmed') return { did: intent === 'takeHeld' ? 'hold' : 'claim', ...told }
  if (claim.state !== 'confirmed') await confirmClaim(actor, { fairId, claimId: claim.id })
  return { did: 'confirm', ...told }
}

/** One after the other: those that somebody else decided meanwhile are named, the rest goes through. */
async function confirmSelected(
  { services, actor }: AppLoadContext,
  fairId: FairId,
  form: FormData,
  names: Names,
): Promise<ClaimAct> {
  const ids = form.getAll('claimId').filter((id): id is string => typeof id === 'string')
  if (ids.length === 0) throw new AppError('INVALID', { fields: [{ path: 'claimId', code: 'required' }] })
  let confirmed = 0
  const failed: { number: string; exhibitor: string; code: ErrorCode }[] = []
  for (const claimId of ids) {
    try {
      await services.claims.confirmClaim(actor, {
        fairId,
        claimId: claimId as ClaimId,
        key: keyOf(form, 'confirm', claimId),
      })
      confirmed++
    } catch (error) {
      const name = names.claim(claimId)
      if (!isAppError(error) || error.status >= 500 || !name) throw error
      failed.push({ ...name, code: error.code })
    }
  }
  return { did: 'confirmSelected', confirmed, failed }
}
