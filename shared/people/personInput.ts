import { z } from 'zod'
import { emailSchema, personNameSchema } from '#shared/access/email'
import { type Span, spansSchema } from '#shared/document/schedule'
import { composed, linksSchema } from '#shared/exhibitors/profile'
import { type ExhibitorId, ID_PATTERN } from '#shared/kernel/ids'
import { LANGUAGES } from '#shared/kernel/language'
import { optionalLines } from '#shared/kernel/text'
import { joinSpans } from './availability'

export const MAX_BIOGRAPHY = 4000

const biography = composed(optionalLines(MAX_BIOGRAPHY)).default('')

/** A speaker or host, as its form and the programme's editor hand it over. */
export const personSchema = z.object({
  name: composed(personNameSchema),
  /** Never public. */
  email: z.union([z.literal(''), emailSchema]).default(''),
  /** In which we write to this person. */
  language: z.enum(LANGUAGES).default('nl'),
  biography: z.object({ nl: biography, fr: biography, en: biography }).prefault({}),
  links: linksSchema.default([]),
  /** When this person can come; null: whenever the fair is open. */
  availability: spansSchema.transform(joinSpans).nullable().default(null),
  /** At whose booth this person stands. */
  exhibitorId: z
    .string()
    .refine((text) => ID_PATTERN.test(text), { params: { code: 'id' } })
    .transform((text) => text as ExhibitorId)
    .nullable()
    .default(null),
})

export type PersonInput = Omit<z.input<typeof personSchema>, 'availability'> & { availability?: readonly Span[] | null }
export type PersonFields = z.output<typeof personSchema>
