import { useTranslation } from 'react-i18next'
import { KNOWN_EQUIPMENT } from '#shared/document/schedule'
import { MAX_TITLE } from '#shared/document/talkRecord'
import type { FieldProblem } from '#shared/kernel/errors'
import { LANGUAGES } from '#shared/kernel/language'
import { MAX_PROPOSAL_TEXT, PROPOSABLE_KINDS } from '#shared/proposals/proposal'
import { Check, Field, Select, TextArea } from '~/components/Field'
import type { SectorChoice } from '~/features/exhibitors/SectorChecks'
import { useFormat } from '~/lib/format'
import type { ProposalDraft } from './proposalForm'

export interface ProposalFieldsProps {
  draft: ProposalDraft
  sectors: readonly SectorChoice[]
  /** Those in whose name the reader may propose. */
  exhibitors: readonly { id: string; name: string }[]
  problems: readonly FieldProblem[]
}

export function ProposalFields({ draft, sectors, exhibitors, problems }: ProposalFieldsProps) {
  const { t } = useTranslation(['proposals', 'talks', 'common'])
  const format = useFormat()
  return (
    <>
      <Field
        name="title"
        label={t('propose.heading')}
        defaultValue={draft.title}
        required
        maxLength={MAX_TITLE}
        problems={problems}
      />
      <TextArea
        name="abstract"
        label={t('propose.abstract')}
        hint={t('propose.abstractHint')}
        optional
        rows={6}
        maxLength={MAX_PROPOSAL_TEXT}
        defaultValue={draft.abstract}
        problems={problems}
      />
      <div className="form__row">
        <Select name="writtenIn" label={t('propose.writtenIn')} defaultValue={draft.writtenIn} problems={problems}>
          {LANGUAGES.map((language) => (
            <option key={language} value={language}>
              {t(`common:languages.${language}`)}
            </option>
          ))}
        </Select>
        <Select name="language" label={t('propose.language')} defaultValue={draft.language} problems={problems}>
          <option value="">{t('propose.anyLanguage')}</option>
          {LANGUAGES.map((language) => (
            <option key={language} value={language}>
              {t(`common:languages.${language}`)}
            </option>
          ))}
        </Select>
      </div>
      <div className="form__row">
        <Select name="kind" label={t('propose.kind')} defaultValue={draft.kind} problems={problems}>
          {PROPOSABLE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`talks:kinds.${kind}`)}
            </option>
          ))}
        </Select>
        {sectors.length > 0 && (
          <Select name="sectorId" label={t('propose.sector')} defaultValue={draft.sectorId} problems={problems}>
            <option value="">{t('propose.noSector')}</option>
            {sectors.map(({ id, name }) => (
              <option key={id} value={id}>
                {format.text(name)}
              </option>
            ))}
          </Select>
        )}
      </div>
      {exhibitors.length > 0 && (
        <Select name="exhibitorId" label={t('propose.exhibitor')} defaultValue={draft.exhibitorId} problems={problems}>
          <option value="">{t('propose.myself')}</option>
          {exhibitors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <Field
        name="audience"
        type="number"
        min={1}
        max={100_000}
        label={t('propose.audience')}
        optional
        className="input--short"
        defaultValue={draft.audience}
        problems={problems}
      />
      <fieldset className="stack stack--tight">
        <legend>{t('propose.needs')}</legend>
        <div className="check-grid">
          {KNOWN_EQUIPMENT.map((need) => (
            <Check
              key={need}
              name="needs"
              value={need}
              label={t(`talks:equipment.${need}`)}
              defaultChecked={draft.needs.includes(need)}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="stack">
        <legend>{t('propose.speaker')}</legend>
        <div className="form__row">
          <Field
            name="speakerName"
            label={t('propose.speakerName')}
            required
            maxLength={120}
            autoComplete="name"
            defaultValue={draft.speakerName}
            problems={problems}
          />
          <Field
            name="speakerEmail"
            type="email"
            label={t('propose.speakerEmail')}
            required
            maxLength={254}
            autoComplete="email"
            defaultValue={draft.speakerEmail}
            problems={problems}
          />
        </div>
        <p className="field__hint">{t('propose.speakerEmailHint')}</p>
        <TextArea
          name="speakerBiography"
          label={t('propose.biography')}
          optional
          rows={3}
          maxLength={2000}
          defaultValue={draft.speakerBiography}
          problems={problems}
        />
      </fieldset>
      <TextArea
        name="message"
        label={t('propose.message')}
        optional
        rows={3}
        maxLength={2000}
        defaultValue={draft.message}
        problems={problems}
      />
    </>
  )
}
