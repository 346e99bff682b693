import { isLanguage, LANGUAGES, type Language } from '#shared/kernel/language'
import { type ProposableKind, type ProposalInput, proposableKind } from '#shared/proposals/proposal'

/** A proposal as it stands in its form: every field there, nothing checked yet. */
export interface ProposalDraft {
  writtenIn: Language
  title: string
  abstract: string
  kind: ProposableKind
  language: Language | ''
  sectorId: string
  exhibitorId: string
  audience: string
  needs: string[]
  speakerName: string
  speakerEmail: string
  speakerBiography: string
  message: string
}

export const emptyDraft = (lang: Language, person: { name: string; email: string }): ProposalDraft => ({
  writtenIn: lang,
  title: '',
  abstract: '',
  kind: 'talk',
  language: lang,
  sectorId: '',
  exhibitorId: '',
  audience: '',
  needs: [],
  speakerName: person.name,
  speakerEmail: person.email,
  speakerBiography: '',
  message: '',
})

interface StoredProposal {
  title: Partial<Record<Language, string | undefined>>
  abstract: Partial<Record<Language, string | undefined>>
  kind: ProposableKind
  language: string | null
  sectorId: string | null
  exhibitorId: string | null
  audience: number | null
  needs: string[]
  speakerName: string
  speakerEmail: string
  speakerBiography: string
  message: string
}

/** What is stored, as the form shows it. */
export function draftOf(stored: StoredProposal): ProposalDraft {
  const writtenIn = LANGUAGES.find((language) => stored.title[language]) ?? 'nl'
  return {
    ...stored,
    writtenIn,
    title: stored.title[writtenIn] ?? '',
    abstract: stored.abstract[writtenIn] ?? '',
    language: isLanguage(stored.language) ? stored.language : '',
    sectorId: stored.sectorId ?? '',
    exhibitorId: stored.exhibitorId ?? '',
    audience: stored.audience === null ? '' : String(stored.audience),
  }
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

export function readProposalForm(form: FormData, lang: Language): ProposalDraft {
  const writtenIn = text(form, 'writtenIn')
  const language = text(form, 'language')
  return {
    writtenIn: isLanguage(writtenIn) ? writtenIn : lang,
    title: text(form, 'title'),
    abstract: text(form, 'abstract'),
    kind: proposableKind(text(form, 'kind')),
    language: isLanguage(language) ? language : '',
    sectorId: text(form, 'sectorId'),
    exhibitorId: text(form, 'exhibitorId'),
    audience: text(form, 'audience').trim(),
    needs: form.getAll('needs').filter((need): need is string => typeof need === 'string'),
    speakerName: text(form, 'speakerName'),
    speakerEmail: text(form, 'speakerEmail').trim(),
    speakerBiography: text(form, 'speakerBiography'),
    message: text(form, 'message'),
  }
}

export const readyToSend = (draft: ProposalDraft): ProposalInput => ({
  ...draft,
  language: draft.language === '' ? null : draft.language,
  audience: draft.audience === '' ? null : Number(draft.audience),
})
