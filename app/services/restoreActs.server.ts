import type { AppLoadContext } from '@remix-run/node'
import type { RestoreScope } from '#shared/history/scope'
import type { Translate } from '#shared/i18n/translator'
import { AppError } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import type { Language } from '#shared/kernel/language'
import { scopeParams } from '~/features/history/historyPaths'
import type { Restored } from '~/features/history/RestoreReport'
import { createFormat } from '~/lib/format'
import { positionOf } from './historyActs.server'
import { textOf } from './page.server'
import { leftLines, readScope } from './restorePage.server'

/** What a form of this page sent, understood. Errors: BAD_REQUEST. */
export interface RestoreForm {
  intent: 'restore' | 'undo'
  position: number
  scope: RestoreScope
  latestSeen: number
}

export function readRestoreForm(form: FormData): RestoreForm {
  const intent = textOf(form, 'intent')
  if (intent !== 'restore' && intent !== 'undo') throw new AppError('BAD_REQUEST', { detail: 'no such act' })
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const { scope } = readScope(new URLSearchParams(texts))
  if (!scope) throw new AppError('BAD_REQUEST', { detail: 'scope' })
  return { intent, scope, position: positionOf(form, 'at'), latestSeen: positionOf(form, 'latest') }
}

/** Brings back what was asked for, or takes such a thing back: that is to bring back the moment before it. */
export async function actOnRestore(
  { services, actor }: AppLoadContext,
  fairId: FairId,
  { intent, position, scope, latestSeen }: RestoreForm,
  { lang, t }: { lang: Language; t: Translate },
): Promise<Restored> {
  const { history } = services
  const done = await history.restoreVersion(actor, { fairId, position, scope, latestSeen })
  const last = done.position
  const { entries } =
    last === null ? { entries: [] } : await history.listHistory(actor, { fairId, before: last + 1, limit: 1 })
  const [written] = entries
  return {
    did: intent === 'undo' ? 'undone' : 'restored',
    changes: done.changes,
    left: leftLines(done.left, t, createFormat(lang)),
    undo:
      intent === 'restore' && last !== null && written
        ? { at: String(written.from - 1), latest: String(last), ...scopeParams(scope, lang) }
        : null,
  }
}
