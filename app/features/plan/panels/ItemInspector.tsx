import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { areaOf } from '#shared/document/plan'
import { type Booth, EXIT_KINDS, type RecordOf } from '#shared/document/records'
import { squareMetres } from '#shared/kernel/units'
import { type ItemKey, itemKey as keyOf, type PlacedRecord, splitKey } from '#shared/plan/itemKey'
import { assignSector } from '#shared/plan/ops/assignSector'
import { renumberBooth } from '#shared/plan/ops/renumberBooth'
import { openSides } from '#shared/plan/queries/openSides'
import { CommitField } from '~/features/editor/parts/CommitField'
import { LocalTextFields } from '~/features/editor/parts/LocalTextFields'
import { SectorSelect } from '~/features/editor/parts/SectorSelect'
import { usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { BoothHolder } from '../parts/BoothHolder'
import { CommandButton } from '../parts/CommandButton'
import { PlaceFields } from '../parts/PlaceFields'
import { ProblemNotes } from '../parts/ProblemNotes'
import { useEdits } from '../useEdits'
import { useReadOnly, useSession } from '../useSession'

export function ItemInspector({ itemKey, record }: { itemKey: ItemKey; record: PlacedRecord }) {
  const { t } = useTranslation('editor')
  const { kind } = splitKey(itemKey)
  return (
    <div className="inspector">
      <header className="inspector__head">
        <p className="inspector__kind">{t(`kinds.${kind}`)}</p>
        <SelectionActions />
      </header>
      <ProblemNotes itemKey={itemKey} />
      {'number' in record && <BoothFields booth={record} />}
      <PlaceFields itemKey={itemKey} record={record} />
      {kind === 'columns' && <RoundField record={record as RecordOf['columns']} />}
      {kind === 'exits' && <ExitKindField record={record as RecordOf['exits']} />}
      {(kind === 'stages' || kind === 'meetingPoints') && (
        <NamedFields kind={kind} record={record as RecordOf['stages'] | RecordOf['meetingPoints']} />
      )}
      {'number' in record && <BoothFacts booth={record} />}
    </div>
  )
}

export function SelectionActions() {
  const { t } = useTranslation('editor')
  return (
    <fieldset className="button-row" aria-label={t('inspector.actions')}>
      <CommandButton command="rotateRight" icon="rotate" />
      <CommandButton command="duplicate" icon="copy" />
      <CommandButton command="delete" icon="trash" />
    </fieldset>
  )
}

function BoothFields({ booth }: { booth: Booth }) {
  const { t } = useTranslation('editor')
  const { store } = useSession()
  const { apply, run } = useEdits()
  const disabled = useReadOnly()
  return (
    <div className="field-grid">
      <CommitField
        label={t('inspector.number')}
        text={booth.number}
        maxLength={64}
        disabled={disabled}
        onCommit={(number) => run(renumberBooth(store.plan, { boothId: booth.id, number }))}
      />
      <SectorSelect
        label={t('inspector.sector')}
        value={booth.sectorId}
        disabled={disabled}
        onChange={(sectorId) => apply(assignSector(store.plan, { keys: [keyOf('booths', booth.id)], sectorId }))}
      />
    </div>
  )
}

function BoothFacts({ booth }: { booth: Booth }) {
  const { t } = useTranslation('editor')
  const { number } = useFormat()
  const plan = usePlan()
  const { kind, openSides: open } = useMemo(() => openSides(plan, booth), [plan, booth])
  return (
    <>
      <dl className="inspector__facts">
        <div>
          <dt>{t('inspector.area')}</dt>
          <dd>{t('squareMetres', { area: number(squareMetres(areaOf(booth))) })}</dd>
        </div>
        <div>
          <dt>{t('inspector.boothKind')}</dt>
          <dd>{t(`boothKinds.${kind}`)}</dd>
        </div>
        <div>
          <dt>{t('inspector.openSides')}</dt>
          <dd>{number(open)}</dd>
        </div>
      </dl>
      <BoothHolder boothId={booth.id} />
    </>
  )
}

function RoundField({ record }: { record: RecordOf['columns'] }) {
  const { t } = useTranslation('editor')
  const { setFields } = useEdits()
  const disabled = useReadOnly()
  return (
    <label className="small-check">
      <input
        type="checkbox"
        checked={record.round}
        disabled={disabled}
        onChange={(event) => setFields('columns', record.id, { round: event.target.checked })}
      />
      <span>{t('options.round')}</span>
    </label>
  )
}

function ExitKindField({ record }: { record: RecordOf['exits'] }) {
  const { t } = useTranslation('editor')
  const { setFields } = useEdits()
  const disabled = useReadOnly()
  return (
    <div className="small-field">
      <label htmlFor={`kind-${record.id}`}>{t('options.exitKind')}</label>
      <select
        id={`kind-${record.id}`}
        className="small-input"
        value={record.kind}
        disabled={disabled}
        onChange={(event) => setFields('exits', record.id, { kind: event.target.value })}
      >
        {EXIT_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`exitKinds.${kind}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

const MAX_CAPACITY = 100_000

function NamedFields({
  kind,
  record,
}: {
  kind: 'stages' | 'meetingPoints'
  record: RecordOf['stages'] | RecordOf['meetingPoints']
}) {
  const { t } = useTranslation('editor')
  const { setFields } = useEdits()
  const disabled = useReadOnly()
  const capacity = 'capacity' in record ? record.capacity : undefined
  return (
    <>
      <LocalTextFields
        value={record.name}
        disabled={disabled}
        onChange={(name) => setFields(kind, record.id, { name: { ...name } as Record<string, string> })}
      />
      {kind === 'stages' && (
        <CommitField
          label={t('inspector.capacity')}
          inputMode="numeric"
          className="small-input--number"
          disabled={disabled}
          text={capacity === undefined ? '' : String(capacity)}
          onCommit={(text) => {
            const seats = text.trim() === '' ? undefined : Number(text)
            if (seats !== undefined && !(Number.isInteger(seats) && seats >= 0 && seats <= MAX_CAPACITY)) return false
            return setFields('stages', record.id, { capacity: seats })
          }}
        />
      )}
    </>
  )
}
