import { useTranslation } from 'react-i18next'
import type { Patch } from '#shared/document/patch'
import type { Talk } from '#shared/document/records'
import { TALK_KINDS, TALK_STATES } from '#shared/document/talkRecord'
import { type EditTalk, editTalk } from '#shared/programme/ops/editTalk'
import { IconButton } from '~/features/editor/parts/IconButton'
import { SectorSelect } from '~/features/editor/parts/SectorSelect'
import { useProgramme, useReadOnly } from '../useProgramme'
import { Choice } from './parts/Choice'
import { useTalkEdits } from './useTalkEdits'

/** The value that all have; undefined where they differ. */
function common<T>(values: readonly T[]): T | undefined {
  const [first] = values
  return values.every((value) => value === first) ? first : undefined
}

/** What many talks have in common, changed for all of them in one step. */
export function SeveralTalks({ talks }: { talks: readonly Talk[] }) {
  const { t } = useTranslation('talks')
  const { store, apply, timetable } = useProgramme()
  const { remove } = useTalkEdits()
  const disabled = useReadOnly()
  const setAll = (fields: EditTalk['fields']) =>
    apply(
      talks.flatMap(({ id }): Patch => {
        const edit = editTalk(store.plan, { id, fields })
        return edit.ok ? edit.patch : []
      }),
    )
  return (
    <div className="inspector">
      <header className="inspector__head">
        <p className="inspector__kind">{t('inspector.several', { count: talks.length })}</p>
        <fieldset className="button-row" aria-label={t('inspector.actions')} disabled={disabled}>
          <IconButton icon="copy" label={t('inspector.duplicate')} onClick={() => timetable.perform('duplicate')} />
          <IconButton
            icon="trash"
            side="left"
            label={t('inspector.remove')}
            onClick={() => remove(talks.map(({ id }) => id))}
          />
        </fieldset>
      </header>
      <Choice
        label={t('inspector.state')}
        value={common(talks.map(({ state }) => state))}
        options={TALK_STATES.map((state) => ({ value: state, label: t(`states.${state}`) }))}
        disabled={disabled}
        onChange={(state) => setAll({ state })}
      />
      <Choice
        label={t('inspector.kind')}
        value={common(talks.map(({ kind }) => kind))}
        options={TALK_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        disabled={disabled}
        onChange={(kind) => setAll({ kind })}
      />
      <SectorSelect
        label={t('inspector.sector')}
        value={common(talks.map(({ sectorId }) => sectorId))}
        disabled={disabled}
        onChange={(sectorId) => setAll({ sectorId })}
      />
    </div>
  )
}
