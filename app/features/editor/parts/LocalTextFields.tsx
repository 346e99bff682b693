import { useTranslation } from 'react-i18next'
import { LANGUAGES, type LocalText } from '#shared/kernel/language'
import { isStorable, isVisible } from '#shared/kernel/text'
import { CommitField } from './CommitField'

const MAX_LENGTH = 200

interface LocalTextFieldsProps {
  value: LocalText
  disabled?: boolean
  onChange: (value: LocalText) => void
}

/** A name in three languages; Dutch must be there, the others fall back on it. */
export function LocalTextFields({ value, disabled = false, onChange }: LocalTextFieldsProps) {
  const { t } = useTranslation('editor')
  const commit = (language: (typeof LANGUAGES)[number], typed: string): boolean => {
    const text = typed.trim()
    if (text.length > MAX_LENGTH || !isStorable(text)) return false
    if (language === 'nl' && !isVisible(text)) return false
    const { [language]: _, ...others } = value
    onChange({ ...others, ...(text === '' ? {} : { [language]: text }) } as LocalText)
    return true
  }
  return (
    <fieldset className="name-fields">
      <legend>{t('names.name')}</legend>
      {LANGUAGES.map((language) => (
        <span key={language} className="name-field">
          <span className="name-field__tag" aria-hidden="true">
            {language}
          </span>
          <CommitField
            bare
            label={t(`names.${language}`)}
            text={value[language] ?? ''}
            placeholder={language === 'nl' ? undefined : value.nl}
            maxLength={MAX_LENGTH}
            disabled={disabled}
            onCommit={(text) => commit(language, text)}
          />
        </span>
      ))}
    </fieldset>
  )
}
