import { calendarOf } from '#shared/exchange/calendar/calendarOf'
import { talkEntries } from '#shared/exchange/calendar/talkEntries'
import { type StageRow, writeSpeakersCsv, writeStagesCsv, writeTalksCsv } from '#shared/exchange/csv/writeTables'
import { stageGuid } from '#shared/exchange/schedule/identity'
import { stageNames } from '#shared/exchange/schedule/names'
import { type ScheduleOfInput, scheduleOf } from '#shared/exchange/schedule/scheduleOf'
import { writeScheduleJson } from '#shared/exchange/schedule/writeScheduleJson'
import { writeScheduleXml } from '#shared/exchange/schedule/writeScheduleXml'
import { translatorFor } from '#shared/i18n/catalogues'
import { localise } from '#shared/kernel/language'
import type { PublishedProgramme } from './publishedProgramme'

/** What a file is made of; `url` is where it lies. */
export interface FileInput extends ScheduleOfInput {
  release: PublishedProgramme['release']
  url: string
}

/** Files of a fair's programme by the last part of their address. */
export const PROGRAMME_FILES = {
  'calendar.ics': wholeCalendar,
  'schedule.xml': (input) => writeScheduleXml(scheduleOf(input)),
  'schedule.json': (input) => writeScheduleJson(scheduleOf(input)),
  'talks.csv': (input) => writeTalksCsv(scheduleOf(input)),
  'speakers.csv': (input) => writeSpeakersCsv(scheduleOf(input)),
  'stages.csv': (input) => writeStagesCsv(stageRows(input)),
} as const satisfies Record<string, (input: FileInput) => string>

export type ProgrammeFile = keyof typeof PROGRAMME_FILES
export const isProgrammeFile = (name: string): name is ProgrammeFile => Object.hasOwn(PROGRAMME_FILES, name)

/** Nobody attends everything: these entries take no time. */
function wholeCalendar({ release, fair, speakers, language, publicUrl, url }: FileInput): string {
  const translate = translatorFor(language)
  const fairName = localise(fair.name, language)
  return calendarOf({
    name: translate('formats:calendar.name', { fair: fairName }),
    description: translate('formats:calendar.description', { fair: fairName }),
    source: url,
    entries: talkEntries({ release, fair, speakers, language, translate, publicUrl }),
    transparent: true,
  })
}

function stageRows({ release: { plan, programme }, fair, language }: FileInput): StageRow[] {
  const names = stageNames(plan, language)
  return [...plan.stages.values()].map((stage) => {
    const hall = plan.halls.get(stage.hallId)
    return {
      id: stage.id,
      guid: stageGuid(fair.id, stage.id),
      name: names.get(stage.id) ?? stage.id,
      hall: hall ? localise(hall.name, language) : '',
      capacity: stage.capacity ?? null,
      equipment: stage.equipment ?? [],
      talks: programme.slots.filter(({ stageId }) => stageId === stage.id).length,
    }
  })
}
