import type { AppLoadContext } from '@remix-run/node'
import type { Plan } from '#shared/document/records'
import type { Translate } from '#shared/i18n/translator'
import type { FairId } from '#shared/kernel/ids'
import type { Language } from '#shared/kernel/language'
import { squareMetres } from '#shared/kernel/units'
import type { Problem } from '#shared/plan/checks/types'
import { splitKey } from '#shared/plan/itemKey'
import type { ProblemLine } from '~/features/releases/ProblemsSection'
import { changedHalls, changedLines, countKinds } from '~/features/releases/planChanges'
import { createFormat, type Format } from '~/lib/format'
import { releaseProgramme } from './releaseProgramme.server'

/** All that the publish page shows, in the reader's language. */
export async function readReleasePage(
  { services, actor }: AppLoadContext,
  fairId: FairId,
  lang: Language,
  t: Translate,
) {
  const [preview, releases, mails] = await Promise.all([
    services.releases.releasePreview(actor, { fairId }),
    services.releases.listReleases(actor, { fairId }),
    services.releases.listReleaseMails(actor, { fairId }),
  ])
  const { diff, plan, previous, affected, problems, malformed } = preview
  const format = createFormat(lang)
  const holders = new Map(affected.map(({ boothId, exhibitorName }): [string, string] => [boothId, exhibitorName]))
  const lines = previous ? changedLines(diff, holders) : []
  return {
    ...releaseProgramme(preview, lang, t),
    nextNumber: preview.nextNumber,
    position: preview.position,
    boothCount: preview.boothCount,
    previous: previous && { number: previous.number, publishedAt: previous.publishedAt.toISOString() },
    lines,
    counts: countKinds(lines),
    others: previous ? diff.others.length : 0,
    halls: previous ? changedHalls(plan, diff) : [],
    affected: affected.map(({ state: _state, ...rest }) => rest),
    problems: [...problemLines(problems, plan, t, format), ...malformed.map(malformedLine(t))],
    releases: releases.map(({ publishedAt, withdrawnAt, ...release }) => ({
      ...release,
      publishedAt: publishedAt.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    })),
    mails,
  }
}

function problemLines(problems: readonly Problem[], plan: Plan, t: Translate, format: Format): ProblemLine[] {
  const nameOf = (key: Problem['ids'][number]): string => {
    const { kind, id } = splitKey(key)
    const booth = kind === 'booths' ? plan.booths.get(id) : undefined
    return booth ? booth.number : t(`releases:problems.things.${kind}`)
  }
  const several = plan.halls.size > 1
  return [...problems]
    .sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
    .map(({ rule, severity, ids, hallId, measured, limit }, index) => {
      const isArea = rule === 'L01' || rule === 'L02' || rule === 'L11'
      const amount = (value: number) => format.number(isArea ? squareMetres(value) : value)
      const hall = plan.halls.get(hallId)
      return {
        key: `${rule} ${index}`,
        severity,
        text: t(`editor:problems.${rule}`, {
          names: format.list(ids.map(nameOf)),
          count: ids.length,
          measured: amount(measured),
          limit: amount(limit),
        }),
        hall: several && hall ? format.text(hall.name) : null,
      }
    })
}

const malformedLine =
  (t: Translate) =>
  ({ kind, id }: { kind: string; id: string }): ProblemLine => ({
    key: `${kind}/${id}`,
    severity: 'error',
    text: t('releases:problems.malformed', { record: `${kind}/${id}` }),
    hall: null,
  })
