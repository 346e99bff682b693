import type { Plan, Stage, Talk } from '#shared/document/records'
import type { Translate } from '#shared/i18n/translator'
import type { PersonId, TalkId } from '#shared/kernel/ids'
import { type Language, type LocalText, localise } from '#shared/kernel/language'
import { plainText } from '#shared/programme/queries/plainText'
import type { ReleasedProgramme } from '#shared/programme/release'
import type { TalkSlot } from '#shared/programme/slots'
import { talkAddress } from '../schedule/addresses'
import type { CalendarEntry } from './calendarOf'

export interface TalkEntriesInput {
  /** A release: its plan names stages and halls, its programme has the talks and how often they changed. */
  release: { readonly plan: Plan; readonly programme: ReleasedProgramme; readonly publishedAt: Date }
  fair: { id: string; slug: string; name: LocalText; venueName: string }
  /** Names by id; ids that are missing are people who were erased. */
  speakers: ReadonlyMap<PersonId, { name: string }>
  language: Language
  translate: Translate
  /** Origin of links, without a slash at the end. */
  publicUrl: string
  /** Only these; all when absent. */
  talkIds?: ReadonlySet<TalkId>
}

/** One entry for each time that a talk is held, in their order; those of cancelled talks say so. */
export function talkEntries(input: TalkEntriesInput): CalendarEntry[] {
  const { release, talkIds } = input
  const entries: CalendarEntry[] = []
  for (const slot of release.programme.slots) {
    const talk = release.programme.talks.get(slot.talkId)
    if (talk && (!talkIds || talkIds.has(talk.id))) entries.push(talkEntry(input, talk, slot))
  }
  return entries
}

/** Calendars know a slot by this for as long as it exists; it says nothing of the address, which may change. */
export const slotUid = (fairId: string, { talkId, key }: Pick<TalkSlot, 'talkId' | 'key'>): string =>
  `${talkId}${key === 'slot' ? '' : `.${key.slice(5)}`}@${fairId}.beursvloer`

/** The entry of one slot; also for a slot that the release no longer has, which a mail takes back. */
export function talkEntry(
  { release, fair, speakers, language, translate, publicUrl }: Omit<TalkEntriesInput, 'talkIds'>,
  talk: Talk,
  slot: TalkSlot,
): CalendarEntry {
  const { plan, programme, publishedAt } = release
  const history = programme.history.get(talk.id)
  const cancelled = talk.state === 'cancelled'
  const title = localise(talk.title, language)
  const names = talk.speakerIds.map((id) => speakers.get(id)?.name).filter((name) => name !== undefined)
  const sector = talk.sectorId === null ? undefined : plan.sectors.get(talk.sectorId)
  return {
    uid: slotUid(fair.id, slot),
    sequence: history?.sequence ?? 0,
    changedAt: history?.changedAt ?? publishedAt,
    start: slot.start,
    end: slot.end,
    title: cancelled ? translate('formats:calendar.cancelled', { title }) : title,
    description: [
      names.length > 0 ? translate('formats:calendar.speakers', { names: names.join(', ') }) : '',
      talk.abstract ? plainText(localise(talk.abstract, language)) : '',
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    location: locationOf(plan, plan.stages.get(slot.stageId), fair.venueName, language),
    url: talkAddress(publicUrl, language, fair.slug, talk.id),
    categories: sector ? [localise(sector.name, language)] : [],
    cancelled,
  }
}

/** "Podium Noord, Hal 1, Gare Maritime" */
function locationOf(plan: Plan, stage: Stage | undefined, venueName: string, language: Language): string {
  if (!stage) return venueName
  const hall = plan.halls.get(stage.hallId)
  return [localise(stage.name, language), hall ? localise(hall.name, language) : '', venueName]
    .filter((part) => part !== '')
    .join(', ')
}
