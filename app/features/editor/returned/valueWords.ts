import type { TFunction } from 'i18next'
import type { StoredFields } from '#shared/document/patch'
import { boothNumberSchema, outlineSchema, placeSchema, type RecordKind } from '#shared/document/records'
import { slotSchema, spansSchema } from '#shared/document/schedule'
import { isSlotKey } from '#shared/document/slotKey'
import { polygonArea } from '#shared/geometry/place'
import { LANGUAGES, localText } from '#shared/kernel/language'
import { squareMetres } from '#shared/kernel/units'
import type { Part } from '#shared/merge/units'
import { instantOfMinute } from '#shared/programme/time'
import type { Format } from '~/lib/format'
import type { MergeNames } from './useMergeNames'

type Words = TFunction<['merge', 'talks', 'editor', 'exhibitors']>

export interface ValueContext {
  t: Words
  format: Format
  timeZone: string
  names: MergeNames
  read: (kind: RecordKind, id: string) => StoredFields | null
  equipmentName: (name: string) => string
  languageName: (tag: string) => string
}

/** Longer texts are cut: it is enough to tell one from the other. */
const MAX_TEXT = 240
const MM_PER_METRE = 1000

const cut = (text: string) => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT).trimEnd()}…` : text)

/** A unit of a record as people say it, in lines; of what several sides share only that is said in which they differ. */
export function valueLines(kind: RecordKind, unit: string, part: Part, sides: readonly Part[], context: ValueContext) {
  const { t, format, read } = context
  const value = part[unit]
  const none = t('merge:values.none')
  if (unit === 'place') return placeLines(part, sides, context)
  if (unit === 'outline') return [outlineLine(value, context)]
  if (unit === 'reason') return [typeof value === 'string' ? value : none]
  if (unit === 'carried') return [value ? t('merge:values.someFile') : none]
  if (isSlotKey(unit)) return [slotLine(value, context)]
  if (unit === 'name' || unit === 'title' || unit === 'abstract') return textLines(unit, part, sides, context)
  if (unit === 'needs' || unit === 'equipment') return [listLine(value, context.equipmentName, context)]
  if (unit === 'availability') return availabilityLines(value, context)
  if (unit === 'speakerIds') return [speakersLine(value, context)]
  if (unit === 'round') return [t(value ? 'merge:values.round' : 'merge:values.square')]
  if (unit === 'state' && typeof value === 'string') return [t(`talks:states.${value}` as 'talks:states.idea')]
  if (unit === 'kind' && typeof value === 'string') {
    return [
      kind === 'exits'
        ? t(`editor:exitKinds.${value}` as 'editor:exitKinds.exit')
        : t(`talks:kinds.${value}` as 'talks:kinds.talk'),
    ]
  }
  if (unit === 'language') return [typeof value === 'string' ? context.languageName(value) : t('merge:values.unknown')]
  if (unit === 'tint') return [t('merge:values.colour', { number: Number(value) + 1 })]
  if (unit === 'capacity' || unit === 'audience') {
    return [typeof value === 'number' ? t('merge:values.people', { count: value }) : t('merge:values.unknown')]
  }
  if (unit === 'seats')
    return [typeof value === 'number' ? t('merge:values.seats', { count: value }) : t('talks:inspector.seatsNone')]
  if (unit === 'sectorId' && !value) return [t('merge:values.noSector')]
  const referred = { sectorId: 'sectors', hallId: 'halls', prerequisiteId: 'talks' } as const
  if (unit in referred && typeof value === 'string') {
    const found = read(referred[unit as keyof typeof referred], value)
    return [found ? (nameIn(found, format) ?? value) : t('merge:values.removed')]
  }
  return [typeof value === 'string' ? value : value === undefined || value === null ? none : JSON.stringify(value)]
}

/** What a record is called, where it has a name. */
export function nameIn(record: StoredFields, format: Format): string | null {
  const number = boothNumberSchema.safeParse(record.number)
  if (number.success) return number.data
  const text = localText().safeParse(record.title ?? record.name)
  return text.success ? format.text(text.data) : null
}

function placeLines(part: Part, sides: readonly Part[], context: ValueContext): string[] {
  const { t, format } = context
  const place = placeSchema.safeParse(part.place)
  if (!place.success) return [outlineLine(part.outline, context)]
  const all = sides.flatMap((side) => placeSchema.safeParse(side.place).data ?? [])
  const differs = (...at: number[]) => {
    const values = chunks(all, 5).map((one) => at.map((index) => one[index]).join())
    return new Set(values).size > 1 || all.length < 5 * sides.length
  }
  const [x, y, width, depth, rotation] = place.data
  const metres = (mm: number) => format.number(mm / MM_PER_METRE)
  const lines = [
    differs(0, 1) && t('merge:values.at', { x: metres(x), y: metres(y) }),
    differs(2, 3) && t('merge:values.size', { size: format.size(width, depth) }),
    differs(4) && t('merge:values.turned', { degrees: format.number(rotation / 100) }),
  ].filter((line) => line !== false)
  return lines.length > 0 ? lines : [t('merge:values.at', { x: metres(x), y: metres(y) })]
}

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: all.length / size }, (_, at) => all.slice(at * size, (at + 1) * size))

function outlineLine(value: unknown, { t, format }: ValueContext): string {
  const outline = outlineSchema.safeParse(value)
  if (!outline.success) return t('merge:values.none')
  const area = format.number(Math.round(squareMetres(polygonArea(outline.data))))
  return t('merge:values.corners', { count: outline.data.length, area })
}

/** Languages in which the sides say something else, each by its letters where there are several. */
function textLines(unit: string, part: Part, sides: readonly Part[], { t }: ValueContext): string[] {
  const textOf = (side: Part) => localText(Number.POSITIVE_INFINITY).safeParse(side[unit]).data
  const own = textOf(part)
  const texts = sides.map(textOf)
  const differing = LANGUAGES.filter((language) => new Set(texts.map((text) => text?.[language] ?? '')).size > 1)
  const said = LANGUAGES.filter((language) => texts.some((text) => text?.[language]))
  const shown = differing.length > 0 ? differing : said
  return shown.map((language) => {
    const words = cut(own?.[language] ?? '') || t('merge:values.emptyText')
    return said.length > 1 ? `${language.toUpperCase()}: ${words}` : words
  })
}

function slotLine(value: unknown, { t, format, timeZone, read }: ValueContext): string {
  const slot = slotSchema.safeParse(value)
  if (!slot.success) return t('merge:values.unscheduled')
  const [stageId, start, minutes] = slot.data
  const stage = read('stages', stageId)
  return t('merge:values.slot', {
    stage: (stage && nameIn(stage, format)) ?? t('talks:slots.goneStage'),
    time: format.span(instantOfMinute(start), instantOfMinute(start + minutes), timeZone),
  })
}

function listLine(value: unknown, nameOf: (name: string) => string, { t, format }: ValueContext): string {
  const items = Array.isArray(value) ? value.map((item) => nameOf(String(item))) : []
  return items.length > 0 ? format.list(items) : t('merge:values.none')
}

function speakersLine(value: unknown, context: ValueContext): string {
  const { t, names } = context
  const ids = Array.isArray(value) ? value.map(String) : []
  if (ids.length > 0 && !names.loaded) return t('merge:values.people', { count: ids.length })
  return listLine(ids, (id) => names.people.get(id) ?? t('talks:nameRemoved'), context)
}

function availabilityLines(value: unknown, { t, format, timeZone }: ValueContext): string[] {
  const spans = spansSchema.safeParse(value)
  if (!spans.success) return [t('merge:values.always')]
  if (spans.data.length === 0) return [t('merge:values.never')]
  return spans.data.map(([from, until]) => format.span(instantOfMinute(from), instantOfMinute(until), timeZone))
}
