import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Patch } from '#shared/document/patch'
import { areaOf } from '#shared/document/plan'
import type { Booth, PlacedKind } from '#shared/document/records'
import type { Place } from '#shared/geometry/types'
import { normaliseAngle, squareMetres } from '#shared/kernel/units'
import { type ItemKey, itemKey, itemOf, splitKey } from '#shared/plan/itemKey'
import { assignSector } from '#shared/plan/ops/assignSector'
import { resizePlaced } from '#shared/plan/ops/resizePlaced'
import { CommitField } from '~/features/editor/parts/CommitField'
import { SectorSelect } from '~/features/editor/parts/SectorSelect'
import { usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { MetresField } from '../parts/MetresField'
import { formatDegrees, parseDegrees } from '../parts/measures'
import { useEdits } from '../useEdits'
import { useReadOnly, useSession } from '../useSession'
import { SelectionActions } from './ItemInspector'

/** The value that all have, or null. */
function common<T>(values: readonly T[]): T | null {
  const [first] = values
  return first !== undefined && values.every((value) => value === first) ? first : null
}

export function SelectionInspector({ keys }: { keys: readonly ItemKey[] }) {
  const { t, i18n } = useTranslation('editor')
  const { number } = useFormat()
  const { store } = useSession()
  const plan = usePlan()
  const { apply } = useEdits()
  const disabled = useReadOnly()

  const records = useMemo(() => keys.flatMap((key) => itemOf(plan, key) ?? []), [plan, keys])
  const booths = records.filter((record): record is Booth => 'number' in record)
  const places = keys.flatMap((key) => {
    const place = itemOf(plan, key)?.place
    return place ? [{ key, place }] : []
  })
  const counts = new Map<PlacedKind, number>()
  for (const key of keys) counts.set(splitKey(key).kind, (counts.get(splitKey(key).kind) ?? 0) + 1)
  const area = booths.reduce((sum, booth) => sum + areaOf(booth), 0)

  const changeAll = (index: 2 | 3 | 4, value: number) => {
    const patch = places.flatMap(({ key, place }): Patch => {
      const next = place.with(index, value) as unknown as Place
      return resizePlaced(store.plan, { key, place: next })
    })
    apply(patch)
  }
  const commonOf = (index: 2 | 3 | 4) => common(places.map(({ place }) => place[index]))
  const rotation = commonOf(4)
  const sectors = booths.map(({ sectorId }) => sectorId)

  return (
    <div className="inspector">
      <header className="inspector__head">
        <p className="inspector__kind">
          {[...counts].map(([kind, count]) => t(`counts.${kind}`, { count })).join(' · ')}
        </p>
        <SelectionActions />
      </header>
      {booths.length > 0 && (
        <SectorSelect
          label={t('inspector.sector')}
          value={sectors.every((id) => id === sectors[0]) ? (sectors[0] ?? null) : undefined}
          disabled={disabled}
          onChange={(sectorId) =>
            apply(assignSector(store.plan, { keys: booths.map(({ id }) => itemKey('booths', id)), sectorId }))
          }
        />
      )}
      {places.length > 0 && (
        <div className="field-grid">
          <MetresField
            label={t('inspector.width')}
            value={commonOf(2)}
            min={1}
            disabled={disabled}
            onChange={(mm) => changeAll(2, mm)}
          />
          <MetresField
            label={t('inspector.depth')}
            value={commonOf(3)}
            min={1}
            disabled={disabled}
            onChange={(mm) => changeAll(3, mm)}
          />
          <CommitField
            label={t('inspector.rotation')}
            unit="°"
            className="small-input--number"
            inputMode="decimal"
            disabled={disabled}
            text={rotation === null ? '' : formatDegrees(rotation, i18n.language)}
            placeholder={rotation === null ? t('inspector.mixed') : undefined}
            onCommit={(text) => {
              const angle = parseDegrees(text)
              if (angle === null) return false
              changeAll(4, normaliseAngle(angle))
              return true
            }}
          />
        </div>
      )}
      {booths.length > 0 && (
        <dl className="inspector__facts">
          <div>
            <dt>{t('inspector.areaSum')}</dt>
            <dd>{t('squareMetres', { area: number(squareMetres(area)) })}</dd>
          </div>
        </dl>
      )}
    </div>
  )
}
