import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '~/features/editor/parts/Icon'
import { IconButton } from '~/features/editor/parts/IconButton'
import { useSectors } from '~/features/editor/parts/SectorSelect'
import { useFormat } from '~/lib/format'
import { CommandButton } from '../parts/CommandButton'
import { useEditorState, useSession } from '../useSession'
import { AddMenu } from './AddMenu'
import { COLUMNS, type Column, type Row, type Sorting } from './rows'
import { TableRow } from './TableRow'
import { useRows } from './useRows'
import { useVirtualRows } from './useVirtualRows'

const BOOTH_COLUMNS = COLUMNS
const OTHER_COLUMNS = COLUMNS.filter((column) => column !== 'sector' && column !== 'status' && column !== 'area')

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
  const scroller = useRef<HTMLDivElement>(null)
  const lastPicked = useRef(-1)
  const { first, last, rowPx, onScroll, scrollTo } = useVirtualRows(scroller, rows.length)
  const columns = what === 'booths' ? BOOTH_COLUMNS : OTHER_COLUMNS

  // What is picked on the canvas comes into view here, unless somebody is typing.
  const only = selection.size === 1 ? [...selection][0] : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection moves the table, not a new order
  useEffect(() => {
    const index = rows.findIndex(({ key }) => key === only)
    if (index >= 0 && !scroller.current?.contains(document.activeElement)) scrollTo(index)
  }, [only])

  const pick = useCallback(
    (index: number, range: boolean) => {
      const row = rows[index]
      if (!row) return
      const next = new Set(editor.state.selection)
      const from = range && lastPicked.current >= 0 ? lastPicked.current : index
      const on = !next.has(row.key)
      for (let at = Math.min(from, index); at <= Math.max(from, index); at++) {
        const key = rows[at]?.key
        if (key && on) next.add(key)
        else if (key) next.delete(key)
      }
      lastPicked.current = index
      editor.setSelection(next)
    },
    [rows, editor],
  )

  /** Up and down go to the same field of the next row, as in a sheet. */
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const { target } = event
    if (step === 0 || !(target instanceof HTMLElement) || target instanceof HTMLSelectElement) return
    const row = target.closest<HTMLElement>('tr[data-index]')
    const cell = target.closest<HTMLElement>('[data-column]')?.dataset.column
    const index = Number(row?.dataset.index) + step
    if (!row || !cell || index < 0 || index >= rows.length) return
    event.preventDefault()
    scrollTo(index)
    requestAnimationFrame(() => {
      const next = scroller.current?.querySelector<HTMLElement>(`tr[data-index="${index}"] [data-column="${cell}"]`)
      next?.querySelector<HTMLElement>('input, button, select')?.focus()
    })
  }

  const sortBy = (column: Column) =>
    setSorting({ column, descending: sorting.column === column && !sorting.descending })
  const allPicked = rows.length > 0 && rows.every(({ key }) => selection.has(key))

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
      <div className="thing-table__scroll" ref={scroller} onScroll={onScroll}>
        <table
          className="sheet"
          aria-rowcount={rows.length + 1}
          style={{ marginTop: first * rowPx, marginBottom: (rows.length - last) * rowPx }}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className="sheet__pick">
                <input
                  type="checkbox"
                  aria-label={t('table.pickAll')}
                  checked={allPicked}
                  onChange={() => editor.setSelection(allPicked ? [] : rows.map(({ key }) => key))}
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
                onPick={pick}
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
