import type { AppLoadContext } from '@remix-run/node'
import type { Plan } from '#shared/document/records'
import { type RestoreScope, restoreScopeSchema } from '#shared/history/scope'
import type { LeftRecord, RestorePreview } from '#shared/history/types'
import type { Translate } from '#shared/i18n/translator'
import type { FieldProblem } from '#shared/kernel/errors'
import { groupBy } from '#shared/kernel/groupBy'
import type { FairId, HallId } from '#shared/kernel/ids'
import type { PlanDiff } from '#shared/plan/queries/planDiff'
import { planDifferences, talkDifferences } from '~/features/history/differences'
import { scopeParams } from '~/features/history/historyPaths'
import { readDay, readId } from '~/features/history/historyQuery'
import { daysOf, talkSlots } from '~/features/history/momentDay'
import { planMarks } from '~/features/history/planMarks'
import type { ShownPreview } from '~/features/history/RestorePreview'
import { boxOfTyped, REGION_FIELDS, rectOfBox, type TypedRegion } from '~/features/history/region'
import { SCOPE_KINDS, type ScopeKind } from '~/features/history/scopeKinds'
import { thingsWords } from '~/features/history/summaryWords'
import type { HallChoice, ShownHall } from '~/features/history/types'
import { parseSignedMetres } from '~/features/plan/parts/measures'
import { changedDays } from '~/features/releases/changedDays'
import { createFormat, type Format } from '~/lib/format'
import { hallDrawing, hallsOf } from '~/lib/planView/hallDrawing'
import type { HistoryReader } from './historyPage.server'

/** What a form of scopes sent, by GET or POST. `scope` null: not complete yet, or nonsense, as `problems` say. */
export interface AskedScope {
  kind: ScopeKind
  scope: RestoreScope | null
  hallId: string | null
  day: string | null
  region: TypedRegion
  problems: FieldProblem[]
}

export function readScope(params: URLSearchParams): AskedScope {
  const kind = SCOPE_KINDS.find((one) => one === params.get('scope')) ?? 'all'
  const region = Object.fromEntries(
    REGION_FIELDS.map((field) => [field, (params.get(field) ?? '').slice(0, 20)]),
  ) as TypedRegion
  const [hallId, day] = [readId(params, 'hall'), readDay(params)]
  const asked = { kind, hallId, day, region }
  const typed = kind === 'region' && REGION_FIELDS.some((field) => region[field].trim() !== '')
  return { ...asked, scope: completeScope(asked), problems: typed ? regionProblems(region) : [] }
}

function completeScope({ kind, hallId, day, region }: Omit<AskedScope, 'scope' | 'problems'>): RestoreScope | null {
  if (kind === 'all') return { kind }
  if (kind === 'day') return scopeOf({ kind, day })
  const box = boxOfTyped(region)
  return box && scopeOf({ kind, hallId, rect: rectOfBox(box) })
}

/** Null for a day that no calendar has, a rectangle beyond all venues. */
const scopeOf = (scope: unknown): RestoreScope | null => restoreScopeSchema.safeParse(scope).data ?? null

/** Shortest side of a rectangle, in metres. */
const LEAST_SIDE = 0.001

function regionProblems(region: TypedRegion): FieldProblem[] {
  return REGION_FIELDS.flatMap((path): FieldProblem[] => {
    if (region[path].trim() === '') return [{ path, code: 'required' }]
    const mm = parseSignedMetres(region[path])
    if (mm === null) return [{ path, code: 'number' }]
    return mm <= 0 && (path === 'w' || path === 'd') ? [{ path, code: 'tooSmall', params: { min: LEAST_SIDE } }] : []
  })
}

/** What bringing back a moment, or a part of it, would change, in the reader's language. */
export async function readRestorePage(
  { services, actor }: Pick<AppLoadContext, 'services' | 'actor'>,
  { fair, lang, t }: HistoryReader,
  position: number,
  given: AskedScope,
) {
  const format = createFormat(lang)
  const fairId = fair.id as FairId
  const diff = (scope: RestoreScope) => services.history.diffVersion(actor, { fairId, position, scope })
  const whole = await diff({ kind: 'all' })
  const { plan: now } = await services.history.readVersion(actor, { fairId, position: whole.latest })
  const choices = choicesOf(now, whole, fair.timeZone)
  const asked = withDefaults(given, choices)
  const preview = asked.scope?.kind === 'all' ? whole : asked.scope && (await diff(asked.scope))
  const { hallId } = asked
  const hallName = choices.halls.find(({ id }) => id === hallId)?.name
  const title = t(`history:restore.previewOf.${asked.kind}`, {
    hall: hallName ? format.text(hallName) : '',
    day: asked.day ? format.day(asked.day) : '',
  })
  return {
    position: whole.position,
    at: whole.at,
    form: {
      kind: asked.kind,
      halls: choices.halls,
      hall: asked.kind === 'region' && hallId ? regionHall(hallId, now, whole, preview) : null,
      region: asked.region,
      days: choices.days,
      day: asked.day,
      problems: asked.problems,
    },
    preview: preview && asked.scope ? shownPreview(preview, asked.scope, now, title, { fair, lang, t }, format) : null,
  }
}

interface Choices {
  halls: HallChoice[]
  days: string[]
  /** Where something would change. */
  changed: { hallIds: string[]; days: string[] }
}

/** Halls and days of then and now: what has gone can come back, what has come can go. */
function choicesOf(now: Plan, whole: RestorePreview, timeZone: string): Choices {
  const halls = [...hallsOf(now), ...hallsOf(whole.after).filter(({ id }) => !now.halls.has(id as HallId))]
  return {
    halls,
    days: daysOf([now, whole.after], timeZone).map(({ day }) => day),
    changed: { hallIds: whole.summary.halls.map(({ id }) => id), days: whole.summary.days },
  }
}

function withDefaults(given: AskedScope, { halls, days, changed }: Choices): AskedScope {
  const hall =
    halls.find(({ id }) => id === given.hallId) ?? halls.find(({ id }) => changed.hallIds.includes(id)) ?? halls[0]
  const day = given.day ?? changed.days.find((one) => days.includes(one)) ?? days[0] ?? null
  const asked = { ...given, hallId: hall?.id ?? null, day }
  return { ...asked, scope: completeScope(asked) }
}

/** Where nothing would change, or nothing is chosen yet, one sees where something is different. */
const regionHall = (hallId: string, now: Plan, whole: RestorePreview, preview: RestorePreview | null) =>
  preview && preview.changes > 0
    ? shownHall(hallId, preview.after, now, preview.plan)
    : shownHall(hallId, null, now, whole.plan)

/** Drawn as it would be; where that is not known yet, as it is. */
function shownHall(hallId: string, after: Plan | null, now: Plan, diff: PlanDiff): ShownHall | null {
  const would = after && hallDrawing(after, hallId)
  const drawing = would ?? hallDrawing(now, hallId)
  return drawing && { drawing, marks: planMarks(diff, hallId, would ? 'after' : 'before') }
}

function shownPreview(
  preview: RestorePreview,
  scope: RestoreScope,
  now: Plan,
  title: string,
  { fair, lang, t }: HistoryReader,
  format: Format,
): ShownPreview {
  const { plan: diff, talks, after } = preview
  const plans = { before: now, after, now: 'before' as const }
  const words = { format, timeZone: fair.timeZone, nameOf: () => undefined }
  const halls = scope.kind === 'all' ? [...new Set([...after.halls.keys(), ...now.halls.keys()])] : []
  return {
    latest: preview.latest,
    changes: preview.changes,
    title,
    fields: scopeParams(scope, lang),
    lines: [...planDifferences(diff, plans, t, format), ...talkDifferences(talks, plans, t, words)],
    halls: halls.flatMap((id) => shownHall(id, after, now, diff) ?? []).filter(({ marks }) => marks.length > 0),
    days: changedDays({
      before: { slots: talkSlots(now) },
      after: { slots: talkSlots(after) },
      plans,
      changes: talks,
      timeZone: fair.timeZone,
      format,
    }),
    left: leftLines(preview.left, t, format),
  }
}

/** More names than these, for one reason, are a number. */
const LEFT_NAMED = 40

/** What is not put back, by kind and reason. */
export function leftLines(left: readonly LeftRecord[], t: Translate, format: Format): string[] {
  return [...groupBy(left, ({ kind, why }) => `${kind} ${why}`).values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const thing = thingsWords(first.kind, group.length, group, t, format, LEFT_NAMED)
    return [t('history:left.thing', { thing, why: t(`history:left.${first.why}`) })]
  })
}
