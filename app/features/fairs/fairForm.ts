import { parseMetres } from '#shared/fairs/metres'
import { daysBetween } from '#shared/fairs/openingHours'
import { DEFAULT_TIME_ZONE } from '#shared/fairs/timeZone'
import { AppError, type FieldProblem, isAppError } from '#shared/kernel/errors'
import { LANGUAGES, type LocalText } from '#shared/kernel/language'

/** What was typed, by the name of the field: shown again when it did not work. */
export type Typed = Readonly<Record<string, string>>

export function typedIn(form: FormData): Typed {
  return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

const text = (typed: Typed, name: string) => typed[name] ?? ''

const texts = (typed: Typed, name: string) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, text(typed, `${name}.${language}`)]))

interface HoursRow {
  /** Its place on the form: what remarks are about. */
  row: number
  day: string
  opens: string
  closes: string
}

/** The rows of single days that the form showed; none where it asked for one pair for all days. */
function hoursRows(typed: Typed): HoursRow[] {
  const rows: HoursRow[] = []
  for (let row = 0; `openingHours.${row}.day` in typed; row++) {
    const [day, opens, closes] = ['day', 'opens', 'closes'].map((part) => text(typed, `openingHours.${row}.${part}`))
    rows.push({ row, day: day ?? '', opens: opens ?? '', closes: closes ?? '' })
  }
  return rows
}

/** Days that the form did not show yet, because the dates changed after it was sent, open like the last one that it did. */
function openingHoursOf(typed: Typed): HoursRow[] {
  const rows = hoursRows(typed)
  const everyDay = rows.at(-1) ?? {
    row: 0,
    opens: text(typed, 'everyDay.opens'),
    closes: text(typed, 'everyDay.closes'),
  }
  return daysBetween(text(typed, 'startsOn'), text(typed, 'endsOn'))
    .map((day) => rows.find((row) => row.day === day) ?? { ...everyDay, day })
    .filter(({ opens, closes }) => opens !== '' || closes !== '')
}

const aboutFair = (typed: Typed, hours: readonly HoursRow[]) => ({
  name: texts(typed, 'name'),
  summary: texts(typed, 'summary'),
  startsOn: text(typed, 'startsOn'),
  endsOn: text(typed, 'endsOn'),
  openingHours: hours.map(({ day, opens, closes }) => ({ day, opens, closes })),
  timeZone: text(typed, 'timeZone') || DEFAULT_TIME_ZONE,
  venueName: text(typed, 'venueName'),
  venueAddress: text(typed, 'venueAddress'),
  directions: texts(typed, 'directions'),
  slug: text(typed, 'slug'),
})

/** What the schema looks at, and how its remarks find their way back to the fields of the form. */
export interface RawInput {
  raw: unknown
  toForm: (problems: readonly FieldProblem[]) => FieldProblem[]
}

function withHours(typed: Typed, more: Record<string, unknown>): RawInput {
  const hours = openingHoursOf(typed)
  const everyDay = hoursRows(typed).length === 0
  return {
    raw: { ...aboutFair(typed, hours), ...more },
    toForm: (problems) =>
      problems.map((problem) => {
        const [, index, part] = /^openingHours\.(\d+)\.(\w+)$/.exec(problem.path) ?? []
        if (index === undefined) return problem
        const path = everyDay ? `everyDay.${part}` : `openingHours.${hours[Number(index)]?.row ?? 0}.${part}`
        return { ...problem, path }
      }),
  }
}

/** Nothing typed is missing; something that is no length is not a number. */
function lengthOf(typed: Typed, name: string): number | undefined {
  const value = text(typed, name)
  return value.trim() === '' ? undefined : (parseMetres(value) ?? Number.NaN)
}

/** With a file the plan comes from it, otherwise from the size of the first hall. Errors: INVALID (no JSON). */
export async function newFairOf(typed: Typed, file: FormDataEntryValue | null): Promise<RawInput> {
  const start =
    file instanceof File && file.size > 0
      ? { from: 'plan', plan: await readJson(file) }
      : {
          from: 'hall',
          hall: {
            name: text(typed, 'start.hall.name'),
            widthMm: lengthOf(typed, 'start.hall.widthMm'),
            depthMm: lengthOf(typed, 'start.hall.depthMm'),
          },
          defaultSectors: text(typed, 'defaultSectors') === 'yes',
        }
  return withHours(typed, { start })
}

export const settingsOf = (typed: Typed): RawInput =>
  withHours(typed, {
    openForExhibitors: text(typed, 'openForExhibitors') === 'yes',
    boothLimit: wholeNumber(typed, 'boothLimit'),
    holdHours: wholeNumber(typed, 'holdHours'),
    changeoverMinutes: wholeNumber(typed, 'changeoverMinutes'),
    proposalsOpen: text(typed, 'proposalsOpen') === 'yes',
    votingOpen: text(typed, 'votingOpen') === 'yes',
  })

function wholeNumber(typed: Typed, name: string): number | undefined {
  const value = text(typed, name).trim()
  return value === '' ? undefined : Number(value)
}

/** Errors: INVALID about the field `plan`. */
export async function readJson(file: File): Promise<unknown> {
  return parseJson(await file.text())
}

export function parseJson(json: string): unknown {
  try {
    // Some editors put a byte order mark before it.
    return JSON.parse(json.replace(/^\uFEFF/, ''))
  } catch (error) {
    const problem = error instanceof Error ? error.message : ''
    throw new AppError('INVALID', { fields: [{ path: 'plan', code: 'json', params: { problem } }] })
  }
}

/** Runs the work; remarks of its INVALID are led back to the fields of the form. */
export async function withFormPaths<T>({ toForm }: RawInput, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isAppError(error) && error.code === 'INVALID') throw new AppError('INVALID', { fields: toForm(error.fields) })
    throw error
  }
}

interface KnownFair {
  name: LocalText
  summary: LocalText | null
  startsOn: string
  endsOn: string
  openingHours: readonly { day: string; opens: string; closes: string }[]
  timeZone: string
  venueName: string
  venueAddress: string
  directions: LocalText | null
  slug: string
  openForExhibitors: boolean
  boothLimit: number
  holdHours: number
  changeoverMinutes: number
  proposalsOpen: boolean
  votingOpen: boolean
}

/** A fair as the form shows it. */
export function typedOf(fair: KnownFair): Typed {
  const spread = (name: string, value: LocalText | null) =>
    LANGUAGES.map((language) => [`${name}.${language}`, value?.[language] ?? ''])
  const hours = daysBetween(fair.startsOn, fair.endsOn).flatMap((day, row) => {
    const open = fair.openingHours.find((one) => one.day === day)
    return [
      [`openingHours.${row}.day`, day],
      [`openingHours.${row}.opens`, open?.opens ?? ''],
      [`openingHours.${row}.closes`, open?.closes ?? ''],
    ]
  })
  const { startsOn, endsOn, timeZone, venueName, venueAddress, slug } = fair
  return {
    ...Object.fromEntries([
      ...spread('name', fair.name),
      ...spread('summary', fair.summary),
      ...spread('directions', fair.directions),
      ...hours,
    ]),
    startsOn,
    endsOn,
    timeZone,
    venueName,
    venueAddress,
    slug,
    openForExhibitors: fair.openForExhibitors ? 'yes' : '',
    boothLimit: String(fair.boothLimit),
    holdHours: String(fair.holdHours),
    changeoverMinutes: String(fair.changeoverMinutes),
    proposalsOpen: fair.proposalsOpen ? 'yes' : '',
    votingOpen: fair.votingOpen ? 'yes' : '',
  }
}
