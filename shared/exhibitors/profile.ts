import { z } from 'zod'
import { emailSchema } from '#shared/access/email'
import { ID_PATTERN } from '#shared/kernel/ids'
import { line, optionalLine, optionalLines } from '#shared/kernel/text'

export const EXHIBITOR_KINDS = ['member', 'collective', 'partner'] as const
export type ExhibitorKind = (typeof EXHIBITOR_KINDS)[number]

export const MAX_SECTORS = 5
export const MAX_LINKS = 5

/** Spelled one way, so that the same name is found and sorted as the same. */
const nfc = (text: string) => text.normalize('NFC')
export const composed = <T extends z.ZodType<string, string>>(schema: T) => z.string().transform(nfc).pipe(schema)

/** `http` and `https` only: other schemes run or open something. */
const webAddress = line(500).refine(isWebAddress, { params: { code: 'url' } })

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  return (protocol === 'http:' || protocol === 'https:') && hostname !== '' && username === '' && password === ''
}

export const linksSchema = z
  .array(z.object({ label: composed(optionalLine(80)).default(''), url: webAddress }))
  .max(MAX_LINKS)

const sectorId = z.string().refine((text) => ID_PATTERN.test(text), { params: { code: 'id' } })
/** Language tags as people and browsers know them: nl, fr, en, pt-BR. */
const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/)
const without = <T>(values: T[]) => [...new Set(values)]

export const profileSchema = z.object({
  name: composed(line(120)),
  kind: z.enum(EXHIBITOR_KINDS).default('member'),
  sectorIds: z.array(sectorId).max(MAX_SECTORS).transform(without).default([]),
  languages: z.array(languageTag).max(20).transform(without).default([]),
  /** What we show, in any of the three languages. */
  description: z
    .object({
      nl: composed(optionalLines(2000)).default(''),
      fr: composed(optionalLines(2000)).default(''),
      en: composed(optionalLines(2000)).default(''),
    })
    .prefault({}),
  links: linksSchema.default([]),
  contactName: composed(optionalLine(120)).default(''),
  contactEmail: z.union([z.literal(''), emailSchema]).default(''),
  contactPhone: optionalLine(40).default(''),
  /** The contact stands on public pages only when the exhibitor says so. */
  contactPublic: z.boolean().default(false),
  /** How many people staff the booth; null: one for a member, several for the others. */
  staffCount: z.int().min(1).max(1000).nullable().default(null),
})

export type ProfileInput = z.input<typeof profileSchema>
export type Profile = z.output<typeof profileSchema>
