import type { AppLoadContext } from '@remix-run/node'
import { AppError } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import { textOf } from './page.server'

/** What became of a name. */
export interface VersionAct {
  did: 'named' | 'renamed' | 'removed'
  name: string
  position: number
}

/** Carries out one form of the time machine's page. Errors: those of the use-cases, BAD_REQUEST. */
export async function actOnVersions(
  { services, actor }: AppLoadContext,
  fairId: FairId,
  form: FormData,
): Promise<VersionAct> {
  const { history } = services
  const versionId = textOf(form, 'versionId')
  switch (textOf(form, 'intent')) {
    case 'name': {
      const position = positionOf(form, 'position')
      const { name } = await history.nameVersion(actor, { fairId, position, name: textOf(form, 'name') })
      return { did: 'named', name, position }
    }
    case 'rename': {
      const { name, position } = await history.renameVersion(actor, { fairId, versionId, name: textOf(form, 'name') })
      return { did: 'renamed', name, position }
    }
    case 'remove': {
      await history.removeVersion(actor, { fairId, versionId })
      return { did: 'removed', name: textOf(form, 'name'), position: positionOf(form, 'position') }
    }
    default:
      throw new AppError('BAD_REQUEST', { detail: 'no such act' })
  }
}

/** A position that a form of ours sent. Errors: BAD_REQUEST. */
export function positionOf(form: FormData, name: string): number {
  const text = textOf(form, name)
  if (!/^\d{1,15}$/.test(text)) throw new AppError('BAD_REQUEST', { detail: name })
  return Number(text)
}
