import { useTranslation } from 'react-i18next'
import type { Talk } from '#shared/document/records'
import { MAX_ABSTRACT, MAX_TITLE } from '#shared/document/talkRecord'
import { LANGUAGES, type Language } from '#shared/kernel/language'
import { isStorable } from '#shared/kernel/text'
import { CommitField } from '~/features/editor/parts/CommitField'
import { useReadOnly } from '../useProgramme'
import { ownText, withText } from './localTexts'
import { CommitArea } from './parts/CommitArea'
import { useTalkEdits } from './useTalkEdits'

/** A title or an abstract in three languages; one of them is enough. */
export function TalkTexts({ talk, field }: { talk: Talk; field: 'title' | 'abstract' }) {
  const { t } = useTranslation('talks')
  const { setFields } = useTalkEdits()
  const disabled = useReadOnly()
  const value = talk[field]
  const name = t(field === 'title' ? 'inspector.name' : 'inspector.abstract')
  const max = field === 'title' ? MAX_TITLE : MAX_ABSTRACT

  const commit = (language: Language, typed: string): boolean => {
    if (typed.length > max || !isStorable(typed)) return false
    const next = withText(value, language, typed)
    if (field === 'abstract') return setFields(talk.id, { abstract: next })
    return next !== null && setFields(talk.id, { title: next })
  }
  return (
    <fieldset className="name-fields">
      <legend className={field === 'abstract' ? 'visually-hidden' : undefined}>{name}</legend>
      {LANGUAGES.map((language) => {
        const shared = {
          label: t(`inspector.inLanguage.${language}`, { field: name }),
          text: ownText(value, language),
          placeholder: ownText(value, language) === '' ? value?.nl.slice(0, 120) : undefined,
          lang: language,
          maxLength: max,
          disabled,
          onCommit: (text: string) => commit(language, text),
        }
        if (field === 'abstract') return <CommitArea key={language} {...shared} rows={4} spellCheck />
        return (
          <span key={language} className="name-field">
            <span className="name-field__tag" aria-hidden="true">
              {language}
            </span>
            <CommitField bare {...shared} />
          </span>
        )
      })}
    </fieldset>
  )
}
