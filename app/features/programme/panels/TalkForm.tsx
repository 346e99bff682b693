import { useTranslation } from 'react-i18next'
import type { Talk } from '#shared/document/records'
import { slotRef, slotsOf } from '#shared/programme/slots'
import { IconButton } from '~/features/editor/parts/IconButton'
import { useProgramme, useReadOnly } from '../useProgramme'
import { ConflictNotes } from './ConflictNotes'
import { PrerequisiteField } from './PrerequisiteField'
import { EquipmentField } from './parts/EquipmentField'
import { SlotsField } from './SlotsField'
import { SpeakersField } from './SpeakersField'
import { TalkFacts } from './TalkFacts'
import { TalkTexts } from './TalkTexts'
import { useTalkEdits } from './useTalkEdits'

/** One talk, all of it: each field is written when one leaves it. */
export function TalkForm({ talk }: { talk: Talk }) {
  const { t } = useTranslation('talks')
  const { timetable } = useProgramme()
  const { setFields, remove } = useTalkEdits()
  const disabled = useReadOnly()
  const refs = [talk.id as string, ...slotsOf(talk).map(({ key }) => slotRef(talk.id, key))]
  return (
    <div className="inspector">
      <header className="inspector__head">
        <p className="inspector__kind">
          {t(`kinds.${talk.kind}`)} · {t(`states.${talk.state}`)}
        </p>
        <fieldset className="button-row" aria-label={t('inspector.actions')} disabled={disabled}>
          <IconButton icon="copy" label={t('inspector.duplicate')} onClick={() => timetable.perform('duplicate')} />
          <IconButton icon="trash" side="left" label={t('inspector.remove')} onClick={() => remove([talk.id])} />
        </fieldset>
      </header>
      {talk.kind === 'blocker' && <p className="panel__hint">{t('inspector.blockerHint')}</p>}
      <ConflictNotes refs={refs} />
      <TalkTexts talk={talk} field="title" />
      <TalkFacts talk={talk} />
      <SlotsField talk={talk} />
      <SpeakersField talk={talk} />
      <details className="inspector__more">
        <summary>{t('inspector.abstract')}</summary>
        <TalkTexts talk={talk} field="abstract" />
      </details>
      <details className="inspector__more" open={talk.needs.length > 0}>
        <summary>{t('inspector.needs')}</summary>
        <EquipmentField
          legend={t('inspector.needs')}
          value={talk.needs}
          disabled={disabled}
          onChange={(needs) => setFields(talk.id, { needs })}
        />
      </details>
      <PrerequisiteField talk={talk} />
    </div>
  )
}
