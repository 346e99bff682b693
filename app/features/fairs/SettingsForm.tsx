import { useTranslation } from 'react-i18next'
import { Check, Field } from '~/components/Field'
import { FairFields, type FairFieldsProps, SlugField, VisitorTextFields } from './FairFields'

export function SettingsForm({ typed, timeZones, problems }: FairFieldsProps) {
  const { t } = useTranslation(['fairs', 'common'])
  return (
    <form method="post" className="form form--wide">
      <input type="hidden" name="intent" value="settings" />
      <FairFields typed={typed} timeZones={timeZones} problems={problems} />
      <fieldset className="stack">
        <legend>{t('fairs:settings.exhibitors')}</legend>
        <div>
          <Check
            name="openForExhibitors"
            value="yes"
            defaultChecked={typed.openForExhibitors === 'yes'}
            label={t('fairs:settings.open')}
          />
          <p className="field__hint">{t('fairs:settings.openHint')}</p>
        </div>
        <div className="form__row">
          <Field
            name="boothLimit"
            type="number"
            label={t('fairs:settings.boothLimit')}
            defaultValue={typed.boothLimit}
            problems={problems}
            required
            min={1}
            max={100}
            className="input--short"
          />
          <Field
            name="holdHours"
            type="number"
            label={t('fairs:settings.holdHours')}
            defaultValue={typed.holdHours}
            problems={problems}
            required
            min={1}
            max={720}
            className="input--short"
          />
        </div>
      </fieldset>
      <fieldset className="stack">
        <legend>{t('fairs:settings.programme')}</legend>
        <div>
          <Check
            name="proposalsOpen"
            value="yes"
            defaultChecked={typed.proposalsOpen === 'yes'}
            label={t('fairs:settings.proposals')}
          />
          <Check
            name="votingOpen"
            value="yes"
            defaultChecked={typed.votingOpen === 'yes'}
            label={t('fairs:settings.voting')}
          />
          <p className="field__hint">{t('fairs:settings.votingHint')}</p>
        </div>
        <Field
          name="changeoverMinutes"
          type="number"
          label={t('fairs:settings.changeover')}
          hint={t('fairs:settings.changeoverHint')}
          defaultValue={typed.changeoverMinutes}
          problems={problems}
          required
          min={0}
          max={240}
          className="input--short"
        />
      </fieldset>
      <fieldset className="stack stack--loose">
        <legend>{t('fairs:form.texts')}</legend>
        <VisitorTextFields typed={typed} problems={problems} />
        <SlugField
          typed={typed}
          problems={problems}
          hint={`${t('fairs:form.slugHint')} ${t('fairs:form.slugChange')}`}
          required
        />
      </fieldset>
      <div className="form__actions">
        <button type="submit" className="button button--primary">
          {t('common:save')}
        </button>
      </div>
    </form>
  )
}
