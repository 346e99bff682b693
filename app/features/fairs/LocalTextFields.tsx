import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#shared/kernel/errors'
import { LANGUAGES } from '#shared/kernel/language'
import { Field, TextArea } from '~/components/Field'
import type { Typed } from './fairForm'

export interface LocalTextFieldsProps {
  name: string
  legend: string
  hint: string
  typed: Typed
  problems?: readonly FieldProblem[]
  lines?: boolean
  maxLength: number
}

/** One text in three languages, side by side where there is room. */
export function LocalTextFields({
  name,
  legend,
  hint,
  typed,
  problems,
  lines = false,
  maxLength,
}: LocalTextFieldsProps) {
  const { t } = useTranslation('fairs')
  const Control = lines ? TextArea : Field
  return (
    <fieldset className="stack stack--tight subfields">
      <legend>{legend}</legend>
      <p className="field__hint">{hint}</p>
      <div className="form__row">
        {LANGUAGES.map((language) => (
          <Control
            key={language}
            name={`${name}.${language}`}
            label={t(`form.inLanguage.${language}`)}
            defaultValue={typed[`${name}.${language}`]}
            problems={problems}
            lang={language}
            maxLength={maxLength}
          />
        ))}
      </div>
    </fieldset>
  )
}
