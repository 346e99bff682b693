import type { AppLoadContext } from '@remix-run/node'
import type { OrganisedFair } from '#server/services/fairs/getFair'
import { RECORD_KINDS, type RecordKind } from '#shared/document/records'
import type { HistoryEntry, HistoryPage, MomentView } from '#shared/history/types'
import type { Translate } from '#shared/i18n/translator'
import type { FairId } from '#shared/kernel/ids'
import type { Language } from '#shared/kernel/language'
import { planDiff } from '#shared/plan/queries/planDiff'
import { planDifferences, talkDifferences } from '~/features/history/differences'
import { historyDays } from '~/features/history/historyLines'
import { historyPaths } from '~/features/history/historyPaths'
import { HISTORY_VIEWS, type HistoryQuery, type HistoryView } from '~/features/history/historyQuery'
import type { Moment } from '~/features/history/MomentSection'
import { daysOf, momentDay, talkDiff, unscheduledCount } from '~/features/history/momentDay'
import { planMarks } from '~/features/history/planMarks'
import { createFormat } from '~/lib/format'
import { hallDrawing, hallsOf } from '~/lib/planView/hallDrawing'

const ENTRIES_A_PAGE = 50

type HistoryContext = Pick<AppLoadContext, 'services' | 'actor'>

export interface HistoryReader {
  fair: Pick<OrganisedFair, 'id' | 'timeZone'>
  lang: Language
  t: Translate
}

/** All that the time machine's page shows, in the reader's language. */
export async function readHistoryPage(context: HistoryContext, reader: HistoryReader, query: HistoryQuery) {
  const { services, actor } = context
  const { fair, lang, t } = reader
  const format = createFormat(lang)
  const { page, before, around } = await readEntries(context, fair.id as FairId, query)
  const at = query.at === null ? null : Math.min(query.at, page.latest)
  const paths = historyPaths(lang, fair.id)
  const filter = { who: query.who, what: query.what }
  const shown = { view: query.view === 'plan' ? null : query.view, hall: query.hallId, day: query.day }
  const step = (to: number | undefined) => (to === undefined ? null : paths.page({ at: to, ...shown, ...filter }))
  const nowAt = at !== null && at === page.latest
  const time = (instant: string | null) =>
    instant ? format.instant(instant, fair.timeZone) : t('history:time.beginning')
  const moment = at === null ? null : await readMoment(context, reader, query, at)
  const team = await services.team.listTeam(actor, { fairId: fair.id })
  return {
    latest: page.latest,
    at,
    moment: moment?.shown ?? null,
    momentTime: moment && !nowAt ? time(moment.at) : t('history:time.isNow'),
    days: historyDays(page.entries, {
      t,
      format,
      timeZone: fair.timeZone,
      hrefOf: (entry) => paths.page({ at: entry.position, ...touched(entry), ...filter, before: query.before }),
      undoHrefOf: ({ from, restored }) => (restored ? paths.restoreScope(from - 1, restored.scope) : null),
    }),
    versions: page.versions.map(({ id, position, name, at: instant, namedBy }) => ({
      id,
      position,
      name,
      at: instant,
      by: namedBy && (namedBy.name ?? t('history:log.gone')),
      href: paths.page({ at: position, ...shown, ...filter }),
    })),
    people: team.members.map(({ accountId, name }) => ({ accountId: accountId as string, name })),
    hrefs: {
      previous: step(around.previous),
      next: step(around.next),
      now: at === null ? null : paths.page({ ...filter }),
      older: page.next === null ? null : paths.page({ at, ...shown, ...filter, before: page.next }),
      newest: before === null ? null : paths.page({ at: query.before === null ? null : at, ...shown, ...filter }),
      all: paths.page({ at, ...shown }),
      restore: at === null || nowAt ? null : paths.restore({ at, hall: query.hallId, day: query.day }),
    },
    /** Parameters that forms hand on. */
    params: {
      bar: given({ ...shown, ...filter }),
      shown: given({ at, ...shown }),
    },
  }
}

/** So many gestures are looked through for one page of a filtered list; whoever wants more goes on from there. */
const MOST_LOOKED_THROUGH = 400

/** Rows on either side of a moment among which its neighbours are looked for. */
const NEAR = 20

/** The page of the log that holds the moment shown, and the moments one gesture away. */
async function readEntries({ services, actor }: HistoryContext, fairId: FairId, query: HistoryQuery) {
  const list = (before: number | null, limit: number) =>
    services.history.listHistory(actor, { fairId, limit, ...(before === null ? {} : { before }) })
  const read = async (from: number | null): Promise<HistoryPage> => {
    let page = await list(from, ENTRIES_A_PAGE)
    const entries = page.entries.filter((entry) => isWanted(entry, query))
    for (let looked = ENTRIES_A_PAGE; looked < MOST_LOOKED_THROUGH; looked += ENTRIES_A_PAGE) {
      if (page.next === null || entries.length >= ENTRIES_A_PAGE || !isFiltered(query)) break
      page = await list(page.next, ENTRIES_A_PAGE)
      entries.push(...page.entries.filter((entry) => isWanted(entry, query)))
    }
    return { ...page, entries }
  }
  let before = query.before
  let page = await read(before)
  const at = Math.min(query.at ?? page.latest, page.latest)
  const oldest = page.entries.at(-1)
  if (before === null && page.next !== null && oldest && at < oldest.from) {
    before = at + 1
    page = await read(before)
  }
  // Every gesture has a row at least: among so many rows there is the next one.
  const near = at === page.latest && before === null && !isFiltered(query) ? page : await list(at + NEAR + 1, NEAR + 2)
  return { page, before, around: neighbours(near, at) }
}

const isFiltered = ({ who, what }: HistoryQuery): boolean => who !== null || what !== null

function isWanted({ author, summary }: HistoryEntry, { who, what }: HistoryQuery): boolean {
  if (who !== null && author?.accountId !== who) return false
  if (what === null) return true
  const kinds = RECORD_KINDS.filter((kind) => summary.counts[kind])
  return kinds.some((kind) => PROGRAMME_KINDS.has(kind) === (what === 'programme'))
}

const PROGRAMME_KINDS: ReadonlySet<RecordKind> = new Set(['talks', 'waivers'])

function neighbours({ entries }: HistoryPage, at: number): { previous?: number; next?: number } {
  const next = entries.findLast(({ position }) => position > at)?.position
  const holding = entries.find(({ from, position }) => from <= at && at <= position)
  const previous = holding ? holding.from - 1 : entries.find(({ position }) => position < at)?.position
  return { ...(next === undefined ? {} : { next }), ...(previous === undefined ? {} : { previous }) }
}

async function readMoment(
  { services, actor }: HistoryContext,
  { fair, lang, t }: HistoryReader,
  query: HistoryQuery,
  position: number,
): Promise<{ shown: Moment; at: string | null }> {
  const format = createFormat(lang)
  const read = (at: number) => services.history.readVersion(actor, { fairId: fair.id as FairId, position: at })
  const then = await read(position)
  const now: MomentView = then.latest === position ? then : await read(then.latest)
  const plans = { before: then.plan, after: now.plan, now: 'after' as const }
  const diff = planDiff(then.plan, now.plan)
  const talkChanges = talkDiff(then.plan, now.plan)
  const words = { format, timeZone: fair.timeZone, nameOf: () => undefined }
  const paths = historyPaths(lang, fair.id)
  const filter = { who: query.who, what: query.what, before: query.before }
  const href = (view: HistoryView, more: { hall?: string | null; day?: string | null } = {}) =>
    paths.page({
      at: position,
      view: view === 'plan' ? null : view,
      hall: query.hallId,
      day: query.day,
      ...more,
      ...filter,
    })

  const halls = hallsOf(then.plan)
  const hall = halls.find(({ id }) => id === query.hallId) ?? halls[0]
  const drawing = hall ? hallDrawing(then.plan, hall.id) : null
  const days = daysOf([then.plan, now.plan], fair.timeZone)
  const day = days.find((one) => one.day === query.day) ?? days[0]
  const isPlan = query.view === 'plan'
  return {
    at: then.at,
    shown: {
      position,
      isNow: position === then.latest,
      view: query.view,
      counts: { plan: diff.count, programme: talkChanges.length },
      halls: halls.map(({ id, name }) => ({ id, name, href: href('plan', { hall: id }) })),
      hall: isPlan && drawing ? { drawing, marks: planMarks(diff, drawing.id, 'before') } : null,
      days: days.map((one) => ({ day: one.day, href: href('programme', { day: one.day }) })),
      day: isPlan || !day ? null : { day: day.day, talks: momentDay(then.plan, day, talkChanges, words) },
      unscheduled: isPlan ? 0 : unscheduledCount(then.plan),
      viewHrefs: Object.fromEntries(HISTORY_VIEWS.map((view) => [view, href(view)])) as Record<HistoryView, string>,
      differences: isPlan ? planDifferences(diff, plans, t, format) : talkDifferences(talkChanges, plans, t, words),
    },
  }
}

/** What of the fair a gesture touched first, so that one sees it at once. */
function touched({ summary }: HistoryEntry) {
  const [hall] = summary.halls
  const [day] = summary.days
  if (hall) return { hall: hall.id }
  return summary.counts.talks ? { view: 'programme', day: day ?? null } : {}
}

const given = (params: Readonly<Record<string, string | number | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])))
