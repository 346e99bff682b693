import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { polygonOf } from '#shared/document/plan'
import type { Shaped } from '#shared/document/records'
import type { Language, LocalText } from '#shared/kernel/language'
import { type PageQuery, pageOf } from '#shared/protocol/api/paging'
import type { ListAnswer } from './answers'
import { type InFair, type OpenFair, openFair } from './openFair'

type Input = InFair & PageQuery

/** Corners in whole millimetres: those of rotated places fall in between. */
export const outlineOf = (shape: Shaped): number[][] => polygonOf(shape).map(([x, y]) => [Math.round(x), Math.round(y)])

/** Room 2 before room 10. */
function byName<T extends { id: string; name: LocalText }>(
  records: ReadonlyMap<string, T>,
  words: OpenFair['words'],
  lang: Language,
): T[] {
  const { compare } = new Intl.Collator(lang, { numeric: true })
  const named = [...records.values()].map((record) => ({ record, name: words(record.name) ?? '' }))
  return named
    .sort((a, b) => compare(a.name, b.name) || (a.record.id < b.record.id ? -1 : 1))
    .map(({ record }) => record)
}

/** Errors of these: NOT_FOUND, INVALID. */
export const listApiHalls =
  (deps: Deps) =>
  async (actor: Actor, input: Input): Promise<ListAnswer<'listHalls'>> => {
    const { release, words } = await openFair(deps, actor, input)
    const page = pageOf(byName(release.plan.halls, words, input.lang), input, ({ id }) => id)
    const data = page.data.map(({ id, name, outline }) => ({
      id,
      name: words(name) ?? '',
      outline: outlineOf({ outline }),
    }))
    return { ...page, release: release.number, data }
  }

export const listApiSectors =
  (deps: Deps) =>
  async (actor: Actor, input: Input): Promise<ListAnswer<'listSectors'>> => {
    const { release, words } = await openFair(deps, actor, input)
    const page = pageOf(byName(release.plan.sectors, words, input.lang), input, ({ id }) => id)
    const data = page.data.map(({ id, name, code, tint }) => ({ id, name: words(name) ?? '', code, tint }))
    return { ...page, release: release.number, data }
  }

export const listApiStages =
  (deps: Deps) =>
  async (actor: Actor, input: Input): Promise<ListAnswer<'listStages'>> => {
    const { release, words } = await openFair(deps, actor, input)
    const page = pageOf(byName(release.plan.stages, words, input.lang), input, ({ id }) => id)
    const data = page.data.map((stage) => ({
      id: stage.id,
      name: words(stage.name) ?? '',
      hallId: stage.hallId,
      outline: outlineOf(stage),
      capacity: stage.capacity ?? null,
      equipment: [...(stage.equipment ?? [])],
    }))
    return { ...page, release: release.number, data }
  }
