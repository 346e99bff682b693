import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#shared/kernel/errors'
import { Field, TextArea } from '~/components/Field'
import type { Typed } from './fairForm'
import { LocalTextFields } from './LocalTextFields'
import { WhenFields } from './WhenFields'

export interface FairFieldsProps {
  typed: Typed
  timeZones: readonly string[]
  problems?: readonly FieldProblem[]
}

/** Name, days, place: what a fair cannot do without. */
export function FairFields({ typed, timeZones, problems }: FairFieldsProps) {
  const { t } = useTranslation('fairs')
  return (
    <>
      <LocalTextFields
        name="name"
        legend={t('form.name')}
        hint={t('form.nameHint')}
        typed={typed}
        problems={problems}
        maxLength={120}
      />
      <WhenFields typed={typed} timeZones={timeZones} problems={problems} />
      <fieldset className="stack">
        <legend>{t('form.where')}</legend>
        <Field
          name="venueName"
          label={t('form.venueName')}
          defaultValue={typed.venueName}
          problems={problems}
          required
          maxLength={160}
        />
        <TextArea
          name="venueAddress"
          label={t('form.venueAddress')}
          defaultValue={typed.venueAddress}
          problems={problems}
          optional
          rows={3}
          maxLength={400}
          autoComplete="off"
        />
      </fieldset>
    </>
  )
}

/** What visitors read, and where. Folded away on a new fair unless something in it needs a look. */
export function VisitorTextFields({ typed, problems }: Omit<FairFieldsProps, 'timeZones'>) {
  const { t } = useTranslation('fairs')
  return (
    <>
      <LocalTextFields
        name="summary"
        legend={t('form.summary')}
        hint={t('form.summaryHint')}
        typed={typed}
        problems={problems}
        maxLength={600}
        lines
      />
      <LocalTextFields
        name="directions"
        legend={t('form.directions')}
        hint={t('form.directionsHint')}
        typed={typed}
        problems={problems}
        maxLength={4000}
        lines
      />
    </>
  )
}

export interface SlugFieldProps {
  typed: Typed
  problems?: readonly FieldProblem[]
  hint: string
  required?: boolean
}

export function SlugField({ typed, problems, hint, required = false }: SlugFieldProps) {
  const { t } = useTranslation('fairs')
  return (
    <Field
      name="slug"
      label={t('form.slug')}
      hint={hint}
      defaultValue={typed.slug}
      problems={problems}
      required={required}
      optional={!required}
      maxLength={60}
      autoCapitalize="none"
      spellCheck={false}
      pattern="[A-Za-z0-9]+(-[A-Za-z0-9]+)*"
    />
  )
}
