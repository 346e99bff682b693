import { useTranslation } from 'react-i18next'
import { EXHIBITOR_KINDS } from '#shared/exhibitors/profile'
import type { FieldProblem } from '#shared/kernel/errors'
import { LANGUAGES, type Language } from '#shared/kernel/language'
import { Check, Field, TextArea } from '~/components/Field'
import { LanguageChecks } from './LanguageChecks'
import { LinksField } from './LinksField'
import type { ProfileDraft } from './profileForm'
import { SectorChecks, type SectorChoice } from './SectorChecks'

export interface ProfileFieldsProps {
  draft: ProfileDraft
  sectors: readonly SectorChoice[]
  problems: readonly FieldProblem[]
}

/** Who one is: enough to sign up with. */
export function IdentityFields({ draft, sectors, problems }: ProfileFieldsProps) {
  const { t } = useTranslation('exhibitors')
  return (
    <>
      <Field
        name="name"
        label={t('profile.name.label')}
        hint={t('profile.name.hint')}
        defaultValue={draft.name}
        required
        maxLength={120}
        autoComplete="organization"
        problems={problems}
      />
      <fieldset className="stack stack--tight">
        <legend>{t('profile.kind')}</legend>
        {EXHIBITOR_KINDS.map((kind) => (
          <label className="check check--explained" key={kind}>
            <input type="radio" name="kind" value={kind} defaultChecked={draft.kind === kind} />
            <span>
              {t(`kinds.${kind}`)}
              <span className="check__hint">{t(`kindHints.${kind}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <SectorChecks sectors={sectors} chosen={draft.sectorIds} problems={problems} />
      <LanguageChecks chosen={draft.languages} />
    </>
  )
}

/** What we show, in the languages given. */
export function DescriptionFields({
  draft,
  problems,
  languages = LANGUAGES,
  hint,
}: Pick<ProfileFieldsProps, 'draft' | 'problems'> & { languages?: readonly Language[]; hint: string }) {
  const { t } = useTranslation(['exhibitors', 'common'])
  const single = languages.length === 1
  const areas = languages.map((language) => (
    <TextArea
      key={language}
      name={`description.${language}`}
      label={single ? t('exhibitors:profile.description.label') : t(`common:languages.${language}`)}
      hint={single ? hint : undefined}
      optional={single}
      lang={language}
      defaultValue={draft.description[language]}
      maxLength={2000}
      rows={4}
      problems={problems}
    />
  ))
  if (single) return areas
  return (
    <fieldset className="stack">
      <legend>{t('exhibitors:profile.description.label')}</legend>
      <p className="field__hint">{hint}</p>
      {areas}
    </fieldset>
  )
}

export function ContactFields({ draft, problems }: Pick<ProfileFieldsProps, 'draft' | 'problems'>) {
  const { t } = useTranslation('exhibitors')
  return (
    <fieldset className="stack">
      <legend>{t('profile.contact.title')}</legend>
      <p className="field__hint">{t('profile.contact.hint')}</p>
      <Field
        name="contactName"
        label={t('profile.contact.name')}
        optional
        defaultValue={draft.contactName}
        maxLength={120}
        autoComplete="name"
        problems={problems}
      />
      <div className="form__row">
        <Field
          name="contactEmail"
          type="email"
          label={t('profile.contact.email')}
          optional
          defaultValue={draft.contactEmail}
          maxLength={254}
          autoComplete="email"
          problems={problems}
        />
        <Field
          name="contactPhone"
          type="tel"
          label={t('profile.contact.phone')}
          optional
          defaultValue={draft.contactPhone}
          maxLength={40}
          autoComplete="tel"
          problems={problems}
        />
      </div>
      <Check name="contactPublic" label={t('profile.contact.public')} defaultChecked={draft.contactPublic} />
    </fieldset>
  )
}

export function FullProfileFields(props: ProfileFieldsProps) {
  const { t } = useTranslation('exhibitors')
  return (
    <>
      {/* Enter in a field presses the form's first button: without this one it would remove a link. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        {t('profile.save')}
      </button>
      <IdentityFields {...props} />
      <DescriptionFields {...props} hint={t('profile.description.hintAll')} />
      <LinksField links={props.draft.links} problems={props.problems} />
      <Field
        name="staffCount"
        type="number"
        label={t('profile.staff.label')}
        hint={t('profile.staff.hint')}
        optional
        defaultValue={props.draft.staffCount}
        min={1}
        max={1000}
        className="input--short"
        problems={props.problems}
      />
      <ContactFields {...props} />
    </>
  )
}
