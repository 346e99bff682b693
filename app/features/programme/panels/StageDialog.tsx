import { useTranslation } from 'react-i18next'
import type { Stage } from '#shared/document/records'
import type { StageId } from '#shared/kernel/ids'
import { LANGUAGES } from '#shared/kernel/language'
import { isStorable } from '#shared/kernel/text'
import { type EditStage, editStage } from '#shared/programme/ops/editStage'
import { CommitField } from '~/features/editor/parts/CommitField'
import { Dialog } from '~/features/editor/parts/Dialog'
import { usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { useProgramme, useReadOnly } from '../useProgramme'
import { ownText, withText } from './localTexts'
import { EquipmentField } from './parts/EquipmentField'
import { StageTimes } from './StageTimes'
import { CountField } from './TalkFacts'

const MAX_NAME = 200

/** What the programme has to know of a stage; every field is written when one leaves it. */
export function StageDialog({ stageId, onClose }: { stageId: StageId; onClose: () => void }) {
  const { t } = useTranslation('talks')
  const { text } = useFormat()
  const stage = usePlan().stages.get(stageId)
  return (
    <Dialog title={stage ? text(stage.name) : t('stage.title')} onClose={onClose} closeLabel={t('stage.close')}>
      {stage ? <StageForm stage={stage} /> : <p>{t('stage.gone')}</p>}
    </Dialog>
  )
}

function StageForm({ stage }: { stage: Stage }) {
  const { t } = useTranslation(['talks', 'editor'])
  const { store, run } = useProgramme()
  const disabled = useReadOnly()
  const edit = (fields: Omit<EditStage, 'id'>): boolean => {
    const wanted = editStage(store.plan, { id: stage.id, ...fields })
    return (wanted.ok && wanted.patch.length === 0) || run(wanted)
  }
  return (
    <div className="dialog__form stage-form">
      <p className="panel__hint">{t('talks:stage.onPlan')}</p>
      <fieldset className="name-fields">
        <legend>{t('talks:stage.name')}</legend>
        {LANGUAGES.map((language) => (
          <span key={language} className="name-field">
            <span className="name-field__tag" aria-hidden="true">
              {language}
            </span>
            <CommitField
              bare
              label={t(`editor:names.${language}`)}
              text={ownText(stage.name, language)}
              placeholder={ownText(stage.name, language) === '' ? stage.name.nl : undefined}
              maxLength={MAX_NAME}
              disabled={disabled}
              onCommit={(typed) => {
                const name = isStorable(typed) ? withText(stage.name, language, typed) : null
                return name !== null && edit({ name })
              }}
            />
          </span>
        ))}
      </fieldset>
      <CountField
        label={t('talks:stage.capacity')}
        value={stage.capacity ?? null}
        min={0}
        placeholder={t('talks:stage.capacityNone')}
        disabled={disabled}
        onCount={(capacity) => edit({ capacity })}
      />
      <EquipmentField
        legend={t('talks:stage.equipment')}
        value={stage.equipment ?? []}
        disabled={disabled}
        onChange={(equipment) => edit({ equipment })}
      />
      <StageTimes
        value={stage.availability ?? null}
        disabled={disabled}
        onChange={(availability) => edit({ availability })}
      />
    </div>
  )
}
