import type { Plan } from '#shared/document/records'
import type { StageId } from '#shared/kernel/ids'
import { type Language, localise } from '#shared/kernel/language'

/** Names of stages that differ: where two are called the same the hall stands behind, and a number where that is not enough. */
export function stageNames(plan: Plan, language: Language): Map<StageId, string> {
  const names = new Map<StageId, string>()
  const used = new Set<string>()
  const called = (name: string) =>
    [...plan.stages.values()].filter((stage) => localise(stage.name, language) === name).length
  for (const stage of plan.stages.values()) {
    const name = localise(stage.name, language)
    const hall = plan.halls.get(stage.hallId)
    const told = called(name) > 1 && hall ? `${name} (${localise(hall.name, language)})` : name
    let distinct = told
    for (let number = 2; used.has(distinct); number++) distinct = `${told} ${number}`
    used.add(distinct)
    names.set(stage.id, distinct)
  }
  return names
}
