import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '~/features/editor/parts/Icon'
import { IconButton } from '~/features/editor/parts/IconButton'
import { useSectors } from '~/features/editor/parts/SectorSelect'
import { useSheet } from '~/features/editor/table/useSheet'
import { useFormat } from '~/lib/format'
import { CommandButton } from '../parts/CommandButton'
import { useEditorState, useSession } from '../useSession'
import { AddMenu } from './AddMenu'
import { COLUMNS, type Column, type Row, type Sorting } from './rows'
import { TableRow } from './TableRow'
import { useRows } from './useRows'

const BOOTH_COLUMNS = COLUMNS
const OTHER_COLUMNS = COLUMNS.filter((column) => column !== 'sector' && column !== 'status' && column !== 'area')

const keyOf = ({ key }: Row) => key

/**
 * The plan without a picture: every booth (or everything else) of the hall as a row, with the same fields and the same
 * effects as on the canvas. Only the rows in view are drawn.
 */
export function ThingTable({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('editor')
  const { number } = useFormat()
  const { editor } = useSession()
  const [what, setWhat] = useState<'booths' | 'others'>('booths')
  const [text, setText] = useState('')
  const [sectorId, setSectorId] = useState<string | null>(null)
  const [sorting, setSorting] = useState<Sorting>({ column: 'name', descending: false })
  const { rows, total } = useRows(what, { text, sectorId: what === 'booths' ? sectorId : null }, sorting)
  const selection = useEditorState((state) => state.selection)
  const sheet = useSheet({ rows, keyOf, selection, select: editor.setSelection })
  const { first, last, rowPx } = sheet
  const columns = what === 'booths' ? BOOTH_COLUMNS : OTHER_COLUMNS

  // What is picked on the canvas comes into view here, unless somebody is typing.
  const only = selection.size === 1 ? [...selection][0] : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection moves the table, not a new order
  useEffect(() => sheet.reveal(only), [only])

  const sortBy = (column: Column) =>
    setSorting({ column, descending: sorting.column === column && !sorting.descending })

  return (
    <section className="thing-table float" id="booth-table" aria-label={t('table.title')}>
      <div className="thing-table__bar">
        <fieldset className="segmented" aria-label={t('table.what')}>
          {(['booths', 'others'] as const).map((kind) => (
            <button key={kind} type="button" aria-pressed={what === kind} onClick={() => setWhat(kind)}>
              {t(`table.${kind}`)}
            </button>
          ))}
        </fieldset>
        <label className="thing-table__search">
          <span className="visually-hidden">{t('table.search')}</span>
          <input
            type="search"
            className="small-input"
            value={text}
            placeholder={t('table.search')}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        {what === 'booths' && <SectorFilter value={sectorId} onChange={setSectorId} />}
        <span className="thing-table__count" role="status">
          {rows.length === total
            ? t('table.count', { count: total })
            : t('table.of', { shown: number(rows.length), total: number(total) })}
        </span>
        <span className="thing-table__actions">
          <AddMenu what={what} />
          <CommandButton command="duplicate" icon="copy" side="above" />
          <CommandButton command="delete" icon="trash" side="above" />
          <IconButton icon="close" side="above" label={t('table.close')} onClick={onClose} />
        </span>
      </div>
      <div className="thing-table__scroll" ref={sheet.scroller} onScroll={sheet.onScroll}>
        <table
          className="sheet"
          aria-rowcount={rows.length + 1}
          style={{ marginTop: first * rowPx, marginBottom: (rows.length - last) * rowPx }}
          onKeyDown={sheet.onKeyDown}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className="sheet__pick">
                <input
                  type="checkbox"
                  aria-label={t('table.pickAll')}
                  checked={sheet.allPicked}
                  onChange={sheet.pickAll}
                />
              </th>
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={`sheet__${column}`}
                  aria-sort={sorting.column === column ? (sorting.descending ? 'descending' : 'ascending') : undefined}
                >
                  <button type="button" className="sheet__sort" onClick={() => sortBy(column)}>
                    {t(column === 'name' && what === 'booths' ? 'table.columns.number' : `table.columns.${column}`)}
                    {sorting.column === column && <Icon name="chevron" />}
                  </button>
                </th>
              ))}
              <th scope="col" className="sheet__go">
                <span className="visually-hidden">{t('table.show')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(first, last).map((row: Row, offset) => (
              <TableRow
                key={row.key}
                row={row}
                index={first + offset}
                columns={columns}
                picked={selection.has(row.key)}
                onPick={sheet.pick}
              />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="panel__empty">{t(total === 0 ? 'table.empty' : 'table.noMatch')}</p>}
      </div>
    </section>
  )
}

/** null: of all sectors; an empty id: of those that have none. */
function SectorFilter({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation('editor')
  const { text } = useFormat()
  const sectors = useSectors()
  return (
    <select
      className="small-input thing-table__sector"
      aria-label={t('table.bySector')}
      value={value ?? 'all'}
      onChange={(event) => onChange(event.target.value === 'all' ? null : event.target.value)}
    >
      <option value="all">{t('table.allSectors')}</option>
      <option value="">{t('sectors.none')}</option>
      {sectors.map((sector) => (
        <option key={sector.id} value={sector.id}>
          {text(sector.name)}
        </option>
      ))}
    </select>
  )
}
