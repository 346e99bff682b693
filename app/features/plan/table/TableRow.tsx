import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '#shared/geometry/types'
import { normaliseAngle, squareMetres } from '#shared/kernel/units'
import { assignSector } from '#shared/plan/ops/assignSector'
import { movePlaced } from '#shared/plan/ops/movePlaced'
import { renumberBooth } from '#shared/plan/ops/renumberBooth'
import { resizePlaced } from '#shared/plan/ops/resizePlaced'
import { StatusBadge } from '~/components/StatusBadge'
import { CommitField } from '~/features/editor/parts/CommitField'
import { IconButton } from '~/features/editor/parts/IconButton'
import { SectorSelect } from '~/features/editor/parts/SectorSelect'
import { useFormat } from '~/lib/format'
import { MetresField } from '../parts/MetresField'
import { formatDegrees, parseDegrees } from '../parts/measures'
import { useEdits } from '../useEdits'
import { useReadOnly, useSession } from '../useSession'
import type { Column, Row } from './rows'

interface TableRowProps {
  row: Row
  index: number
  columns: readonly Column[]
  picked: boolean
  onPick: (index: number, range: boolean) => void
}

/** Which number of a place a column shows. */
const PLACE_INDEX = { x: 0, y: 1, width: 2, depth: 3 } as const

export const TableRow = memo(function TableRow({ row, index, columns, picked, onPick }: TableRowProps) {
  const { t, i18n } = useTranslation('editor')
  const { number } = useFormat()
  const { editor, store } = useSession()
  const { apply, run } = useEdits()
  const disabled = useReadOnly()
  const { key, name, record } = row
  const { place } = record

  const setPlace = (at: number, value: number) => {
    if (place) apply(resizePlaced(store.plan, { key, place: place.with(at, value) as unknown as Place }))
    else
      apply(movePlaced(store.plan, { keys: [key], dx: at === 0 ? value - row.x : 0, dy: at === 1 ? value - row.y : 0 }))
  }
  const labelled = (column: Column) => t('table.cell', { name, column: t(`table.columns.${column}`) })

  const cell = (column: Column) => {
    switch (column) {
      case 'name':
        return 'number' in record ? (
          <CommitField
            bare
            label={labelled(column)}
            text={record.number}
            maxLength={64}
            disabled={disabled}
            onCommit={(text) => run(renumberBooth(store.plan, { boothId: record.id, number: text }))}
          />
        ) : (
          <span className="sheet__text">{name}</span>
        )
      case 'sector':
        return 'sectorId' in record ? (
          <SectorSelect
            bare
            label={labelled(column)}
            value={record.sectorId}
            disabled={disabled}
            onChange={(sectorId) => apply(assignSector(store.plan, { keys: [key], sectorId }))}
          />
        ) : null
      case 'x':
      case 'y':
      case 'width':
      case 'depth':
        return (
          <MetresField
            bare
            label={labelled(column)}
            value={row[column]}
            {...(column === 'width' || column === 'depth' ? { min: 1 } : {})}
            disabled={disabled || (!place && (column === 'width' || column === 'depth'))}
            onChange={(mm) => setPlace(PLACE_INDEX[column], mm)}
          />
        )
      case 'rotation':
        return (
          <CommitField
            bare
            className="small-input--number"
            label={labelled(column)}
            disabled={disabled || !place}
            text={formatDegrees(row.rotation, i18n.language)}
            onCommit={(text) => {
              const angle = parseDegrees(text)
              if (angle === null) return false
              setPlace(4, normaliseAngle(angle))
              return true
            }}
          />
        )
      case 'area':
        return <span className="sheet__text sheet__text--number">{number(squareMetres(row.area))}</span>
      case 'status':
        return <StatusBadge status={row.status} />
    }
  }

  return (
    <tr data-index={index} aria-rowindex={index + 2} className={picked ? 'sheet__row--picked' : undefined}>
      <td className="sheet__pick" data-column="pick">
        <input
          type="checkbox"
          aria-label={t('table.pick', { name })}
          checked={picked}
          onChange={(event) => onPick(index, (event.nativeEvent as MouseEvent).shiftKey === true)}
        />
      </td>
      {columns.map((column) => (
        <td key={column} className={`sheet__${column}`} data-column={column}>
          {cell(column)}
        </td>
      ))}
      <td className="sheet__go" data-column="go">
        <IconButton icon="jump" side="left" label={t('table.reveal', { name })} onClick={() => editor.reveal([key])} />
      </td>
    </tr>
  )
})
