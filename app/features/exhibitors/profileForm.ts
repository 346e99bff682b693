import { EXHIBITOR_KINDS, type ExhibitorKind, MAX_LINKS, type ProfileInput } from '#shared/exhibitors/profile'
import { LANGUAGES } from '#shared/kernel/language'

/** A profile as it stands in a form: every field there, nothing checked yet. */
export interface ProfileDraft {
  name: string
  kind: ExhibitorKind
  sectorIds: string[]
  languages: string[]
  contactName: string
  contactEmail: string
  contactPhone: string
  contactPublic: boolean
  /** As typed; empty: the usual number. */
  staffCount: string
  description: { nl: string; fr: string; en: string }
  links: { label: string; url: string }[]
}

export const emptyProfile = (): ProfileDraft => ({
  name: '',
  kind: 'member',
  sectorIds: [],
  languages: [],
  description: { nl: '', fr: '', en: '' },
  links: [],
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  contactPublic: false,
  staffCount: '',
})

/** What is stored, as the form shows it. */
export const draftOf = (
  stored: Omit<ProfileDraft, 'description' | 'staffCount'> & {
    description: Partial<ProfileDraft['description']>
    staffCount: number | null
  },
): ProfileDraft => ({
  name: stored.name,
  kind: stored.kind,
  sectorIds: stored.sectorIds,
  languages: stored.languages,
  description: { nl: '', fr: '', en: '', ...stored.description },
  links: stored.links,
  contactName: stored.contactName,
  contactEmail: stored.contactEmail,
  contactPhone: stored.contactPhone,
  contactPublic: stored.contactPublic,
  staffCount: stored.staffCount === null ? '' : String(stored.staffCount),
})

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
const texts = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value): value is string => typeof value === 'string')

/** Field names are the paths that remarks come back with. Rows of links left empty count as not there. */
export function readProfileForm(form: FormData): ProfileDraft {
  const labels = texts(form, 'linkLabel')
  const urls = texts(form, 'linkUrl')
  const [nl, fr, en] = LANGUAGES.map((language) => text(form, `description.${language}`))
  return {
    name: text(form, 'name'),
    kind: EXHIBITOR_KINDS.find((kind) => kind === text(form, 'kind')) ?? 'member',
    sectorIds: texts(form, 'sectorIds'),
    languages: texts(form, 'languages'),
    description: { nl: nl ?? '', fr: fr ?? '', en: en ?? '' },
    links: urls
      .map((url, index) => ({ label: labels[index] ?? '', url: url.trim() }))
      .filter(({ label, url }) => label.trim() !== '' || url !== ''),
    contactName: text(form, 'contactName'),
    contactEmail: text(form, 'contactEmail').trim(),
    contactPhone: text(form, 'contactPhone'),
    contactPublic: form.get('contactPublic') === 'on',
    staffCount: text(form, 'staffCount').trim(),
  }
}

/** People type `www.kaap.be`: what they mean is plain. Anything that names a scheme stays as it is and is judged. */
export const withScheme = (url: string): string =>
  url === '' || /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`

export const readyToSave = (draft: ProfileDraft): ProfileInput => ({
  ...draft,
  staffCount: draft.staffCount === '' ? null : Number(draft.staffCount),
  links: draft.links.map(({ label, url }) => ({ label, url: withScheme(url) })),
})

/** The rows a form shows: those filled in, and one to go on with while there is room. */
export const linkRows = (links: ProfileDraft['links']): ProfileDraft['links'] =>
  links.length === 0 ? [{ label: '', url: '' }] : links.slice(0, MAX_LINKS)

export type RowChange = { add: true } | { remove: number }

/** `add` or `remove-2`, as the buttons of the rows send it without JavaScript; null: the form is to be saved. */
export function readRowChange(form: FormData): RowChange | null {
  const wish = text(form, 'rows')
  if (wish === 'add') return { add: true }
  const row = /^remove-(\d)$/.exec(wish)?.[1]
  return row === undefined ? null : { remove: Number(row) }
}

/** Empty rows stay here: the numbers on the buttons count all rows that were shown. */
export function changeRows(form: FormData, change: RowChange): ProfileDraft {
  const labels = texts(form, 'linkLabel')
  const rows = texts(form, 'linkUrl').map((url, index) => ({ label: labels[index] ?? '', url }))
  const links = 'add' in change ? [...rows, { label: '', url: '' }] : rows.filter((_, index) => index !== change.remove)
  return { ...readProfileForm(form), links: links.slice(0, MAX_LINKS) }
}
