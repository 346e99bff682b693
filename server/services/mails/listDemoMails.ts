import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { type DemoMailRow, demoMailRows } from './demoMailRows'
import { type RenderedMail, renderMail } from './renderMail'
import type { MailParams } from './templates'

export interface DemoMail extends RenderedMail, Omit<DemoMailRow, 'template' | 'params'> {
  /** A calendar goes with it. */
  hasCalendar: boolean
}

const MOST_RECENT = 100

/** What would have been sent, as a demo person may see it. Errors: those of demoMailRows. */
export const listDemoMails =
  (deps: Deps) =>
  async (actor: Actor): Promise<DemoMail[]> => {
    const rows = await demoMailRows(deps, actor, { limit: MOST_RECENT })
    return rows.map(({ template, params, ...row }) => ({
      ...row,
      ...renderMail({ template, params, language: row.language, recipientName: row.toName, publicUrl: deps.publicUrl }),
      hasCalendar: template === 'releaseChanged' && (params as MailParams['releaseChanged']).calendar !== null,
    }))
  }
