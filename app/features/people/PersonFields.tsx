import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#shared/kernel/errors'
import { LANGUAGES } from '#shared/kernel/language'
import { MAX_BIOGRAPHY } from '#shared/people/personInput'
import { Field, Select, TextArea } from '~/components/Field'
import { LinksField } from '~/features/exhibitors/LinksField'
import type { PersonDraft } from './personForm'
import { RangesField } from './RangesField'

export interface ExhibitorChoice {
  id: string
  name: string
  archived: boolean
}

export interface PersonFieldsProps {
  draft: PersonDraft
  exhibitors: readonly ExhibitorChoice[]
  fair: { startsOn: string; timeZone: string }
  submit: string
  problems: readonly FieldProblem[]
}

export function PersonFields({ draft, exhibitors, fair, submit, problems }: PersonFieldsProps) {
  const { t } = useTranslation(['people', 'common'])
  return (
    <>
      {/* Enter in a field presses the form's first button: without this one it would remove a row. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        {submit}
      </button>
      <Field
        name="name"
        label={t('people:fields.name')}
        hint={t('people:fields.nameHint')}
        defaultValue={draft.name}
        required
        maxLength={100}
        autoComplete="off"
        problems={problems}
      />
      <Field
        name="email"
        type="email"
        label={t('people:fields.email')}
        hint={t('people:fields.emailHint')}
        optional
        defaultValue={draft.email}
        maxLength={254}
        autoComplete="off"
        problems={problems}
      />
      <Select name="language" label={t('people:fields.language')} defaultValue={draft.language} problems={problems}>
        {LANGUAGES.map((language) => (
          <option key={language} value={language}>
            {t(`common:languages.${language}`)}
          </option>
        ))}
      </Select>
      <Select
        name="exhibitorId"
        label={t('people:fields.exhibitor')}
        hint={t('people:fields.exhibitorHint')}
        defaultValue={draft.exhibitorId}
        problems={problems}
      >
        <option value="">{t('people:fields.noExhibitor')}</option>
        {exhibitors.map(({ id, name, archived }) => (
          <option key={id} value={id}>
            {archived ? t('people:fields.archivedExhibitor', { name }) : name}
          </option>
        ))}
      </Select>
      <RangesField draft={draft} firstDay={fair.startsOn} timeZone={fair.timeZone} problems={problems} />
      <fieldset className="stack">
        <legend>{t('people:fields.biography')}</legend>
        <p className="field__hint">{t('people:fields.biographyHint')}</p>
        {LANGUAGES.map((language) => (
          <TextArea
            key={language}
            name={`biography.${language}`}
            label={t(`common:languages.${language}`)}
            lang={language}
            defaultValue={draft.biography[language]}
            maxLength={MAX_BIOGRAPHY}
            rows={4}
            problems={problems}
          />
        ))}
      </fieldset>
      <LinksField links={draft.links} problems={problems} />
    </>
  )
}
