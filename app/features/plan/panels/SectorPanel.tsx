import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sector } from '#shared/document/records'
import { newId, platformRandomBytes, type SectorId } from '#shared/kernel/ids'
import { squareMetres } from '#shared/kernel/units'
import { sectorCounts } from '#shared/plan/queries/sectorCounts'
import { tintStyle } from '~/components/SectorChip'
import { Icon } from '~/features/editor/parts/Icon'
import { IconButton } from '~/features/editor/parts/IconButton'
import { Panel } from '~/features/editor/parts/Panel'
import { useSectors } from '~/features/editor/parts/SectorSelect'
import { usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { useEditorState, useReadOnly, useSession } from '../useSession'
import { SectorDialog } from './SectorDialog'

/** The sectors with what they have of this hall; a click gives one to the selection, or to the brush. */
export function SectorPanel() {
  const { t } = useTranslation('editor')
  const { number, text } = useFormat()
  const { editor } = useSession()
  const plan = useDeferredValue(usePlan())
  const sectors = useSectors()
  const disabled = useReadOnly()
  const hallId = useEditorState((state) => state.hallId)
  const painting = useEditorState((state) => state.tool === 'sector')
  const brush = useEditorState((state) => state.options.sectorId)
  const canAssign = useEditorState(() => editor.isEnabled('assignSector'))
  const [edited, setEdited] = useState<SectorId | null>(null)
  const counts = useMemo(() => sectorCounts(plan, hallId ?? undefined), [plan, hallId])

  const pick = (sectorId: SectorId | null) => {
    editor.setOptions({ sectorId })
    if (painting) return
    if (canAssign) editor.perform('assignSector', { sectorId })
    else editor.setTool('sector')
  }

  const row = (sector: Sector | null) => {
    const id = sector?.id ?? null
    const count = counts.get(id)
    const name = sector ? text(sector.name) : t('sectors.none')
    return (
      <li key={id ?? 'none'} className="sector-row">
        <button
          type="button"
          className="sector-row__pick"
          disabled={disabled}
          aria-pressed={painting ? brush === id : undefined}
          title={name}
          onClick={() => pick(id)}
        >
          <span
            className={`sector-row__code${sector ? '' : ' sector-row__code--none'}`}
            style={tintStyle(sector?.tint)}
            aria-hidden="true"
          >
            {sector?.code ?? '–'}
          </span>
          <span className="sector-row__name">{name}</span>
          <span
            className="sector-row__count"
            title={t('squareMetres', { area: number(squareMetres(count?.area ?? 0)) })}
          >
            <span className="visually-hidden">{t('sectors.booths')}</span> {number(count?.booths ?? 0)}
          </span>
        </button>
        {sector && (
          <IconButton
            icon="edit"
            side="left"
            className="sector-row__edit"
            label={t('sectors.edit', { name })}
            disabled={disabled}
            onClick={() => setEdited(sector.id)}
          />
        )}
      </li>
    )
  }

  const aside = <span className="panel__count">{number(sectors.length)}</span>
  return (
    <Panel name="sectors" title={t('sectors.title')} aside={aside}>
      <p className="panel__hint">
        {painting ? t('sectors.painting') : canAssign ? t('sectors.assignHint') : t('sectors.paintHint')}
      </p>
      <ul className="sector-list">
        {sectors.map(row)}
        {row(null)}
      </ul>
      {!disabled && (
        <button type="button" className="text-button" onClick={() => setEdited(newId<SectorId>(platformRandomBytes))}>
          <Icon name="plus" /> {t('sectors.add')}
        </button>
      )}
      {edited !== null && <SectorDialog id={edited} onClose={() => setEdited(null)} />}
    </Panel>
  )
}
