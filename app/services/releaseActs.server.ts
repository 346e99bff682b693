import type { AppLoadContext } from '@remix-run/node'
import { AppError } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import { keyOf, textOf } from './page.server'

/** `count`: number of the release, or how many mails. */
export interface ReleaseAct {
  did: 'published' | 'withdrawn' | 'sent'
  count: number
}

const wholeNumber = (form: FormData, name: string): number => {
  const text = textOf(form, name)
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
}

/** Carries out one form of the publish page. Errors: those of the use-cases, BAD_REQUEST. */
export async function actOnRelease(
  { services, actor }: AppLoadContext,
  fairId: FairId,
  form: FormData,
): Promise<ReleaseAct> {
  const { releases } = services
  switch (textOf(form, 'intent')) {
    case 'publish': {
      const [position, number] = [wholeNumber(form, 'position'), wholeNumber(form, 'number')]
      const confirmed = form.get('confirmed') === 'on'
      const published = await releases.publishRelease(actor, {
        fairId,
        expectedPosition: position,
        expectedNumber: number,
        confirmed,
        note: textOf(form, 'note'),
        // Ticking the box is another request than the one that was refused for want of it.
        key: keyOf(form, 'publish', String(confirmed)),
      })
      return { did: 'published', count: published.number }
    }
    case 'withdraw': {
      const number = wholeNumber(form, 'number')
      await releases.withdrawRelease(actor, { fairId, number })
      return { did: 'withdrawn', count: number }
    }
    case 'sendMails':
      return { did: 'sent', count: await releases.sendReleaseMails(actor, { fairId }) }
    default:
      throw new AppError('BAD_REQUEST', { detail: 'no such act' })
  }
}
