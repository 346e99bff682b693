import { z } from 'zod'
import type { LocalText } from '#shared/kernel/language'
import { isVisible, line, optionalLine, optionalLines } from '#shared/kernel/text'
import { daysBetween, MAX_FAIR_DAYS, openingHoursSchema } from './openingHours'
import { SLUG_PATTERN } from './slug'
import { isTimeZone } from './timeZone'

/** Three fields on a form, any one of which will do: Dutch comes first, and stands in with the text of another where it is empty. */
const texts = (max: number, kind: (max: number) => z.ZodType<string, string>) => {
  const one = kind(max).default('')
  return z.object({ nl: one, fr: one, en: one })
}
type Texts = z.output<ReturnType<typeof texts>>

const toLocalText = ({ nl, fr, en }: Texts): LocalText => ({
  nl: [nl, fr, en].find(isVisible) ?? '',
  ...(isVisible(fr) && { fr }),
  ...(isVisible(en) && { en }),
})
const isEmpty = (value: Texts) => !Object.values(value).some(isVisible)

const requiredText = (max: number) =>
  texts(max, optionalLine).transform((value, context): LocalText => {
    if (isEmpty(value)) context.addIssue({ code: 'custom', path: ['nl'], params: { code: 'required' } })
    return toLocalText(value)
  })
const optionalText = (max: number) =>
  texts(max, optionalLines).transform((value): LocalText | null => (isEmpty(value) ? null : toLocalText(value)))

const day = z
  .string()
  .min(1)
  .pipe(z.iso.date().refine((text) => text >= '2000-01-01' && text <= '2100-12-31', { params: { code: 'date' } }))

const aboutFair = {
  name: requiredText(120),
  summary: optionalText(600),
  startsOn: day,
  endsOn: day,
  openingHours: openingHoursSchema.default([]),
  timeZone: z
    .string()
    .trim()
    .max(64)
    .refine(isTimeZone, { params: { code: 'timeZone' } }),
  venueName: line(160),
  venueAddress: optionalLines(400).default(''),
  directions: optionalText(4000),
}

/** Empty: made from the name. */
const optionalSlug = z
  .string()
  .trim()
  .toLowerCase()
  .max(60)
  .refine((text) => text === '' || SLUG_PATTERN.test(text), { params: { code: 'slug' } })
  .default('')

interface Days {
  startsOn: string
  endsOn: string
  openingHours: { day: string }[]
}

function checkDays({ startsOn, endsOn, openingHours }: Days, context: z.RefinementCtx): void {
  const remark = (path: PropertyKey[], code: string, params = {}) =>
    context.addIssue({ code: 'custom', path, params: { code, ...params } })
  // What is wrong with a day itself was said already.
  if (!day.safeParse(startsOn).success || !day.safeParse(endsOn).success) return
  if (endsOn < startsOn) {
    remark(['endsOn'], 'order')
    return
  }
  const days = daysBetween(startsOn, endsOn)
  if (days.length > MAX_FAIR_DAYS) {
    remark(['endsOn'], 'tooBig', { max: days[MAX_FAIR_DAYS - 1] })
    return
  }
  const seen = new Set<string>()
  openingHours.forEach((hours, index) => {
    if (!days.includes(hours.day) || seen.has(hours.day)) remark(['openingHours', index, 'day'], 'date')
    seen.add(hours.day)
  })
}

/** Side of a hall in mm: from a room to the largest halls there are. */
const hallSide = z.number().min(1000).max(1_000_000)

export const firstHallSchema = z.object({
  name: optionalLine(120).default(''),
  widthMm: hallSide,
  depthMm: hallSide,
})

export const newFairSchema = z
  .object({
    ...aboutFair,
    slug: optionalSlug,
    /** What the plan starts as: one empty hall, or a plan exported earlier. */
    start: z.discriminatedUnion('from', [
      z.object({ from: z.literal('hall'), hall: firstHallSchema, defaultSectors: z.boolean().default(true) }),
      z.object({ from: z.literal('plan'), plan: z.unknown() }),
    ]),
  })
  .superRefine(checkDays)

export const fairSettingsSchema = z
  .object({
    ...aboutFair,
    slug: z
      .string()
      .trim()
      .toLowerCase()
      .min(1)
      .max(60)
      .refine((text) => SLUG_PATTERN.test(text), { params: { code: 'slug' } }),
    openForExhibitors: z.boolean(),
    boothLimit: z.int().min(1).max(100),
    holdHours: z.int().min(1).max(720),
    /** Minutes that a stage needs between two talks. */
    changeoverMinutes: z.int().min(0).max(240),
    /** Whether members may propose talks, and vote on those that stand open for it. */
    proposalsOpen: z.boolean(),
    votingOpen: z.boolean(),
  })
  .superRefine(checkDays)

export type NewFairInput = z.output<typeof newFairSchema>
export type FairSettingsInput = z.output<typeof fairSettingsSchema>
