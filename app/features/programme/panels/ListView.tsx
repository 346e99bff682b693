import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '~/features/editor/parts/Icon'
import { useVirtualRows } from '~/features/plan/table/useVirtualRows'
import { useFormat } from '~/lib/format'
import { useProgramme, useReadOnly, useTimetable } from '../useProgramme'
import { ListFilters } from './ListFilters'
import { TalkListRow } from './TalkListRow'
import { TALK_COLUMNS, type TalkColumn, type TalkSorting } from './talkRows'
import { useTalkRows } from './useTalkRows'

/**
 * The programme without a picture: every time of every talk as a row, with the same fields and the same effects as in the
 * grid. Only the rows in view are drawn.
 */
export function ListView() {
  const { t } = useTranslation('talks')
  const { number } = useFormat()
  const { timetable } = useProgramme()
  const disabled = useReadOnly()
  const [day, setDay] = useState<string | null>(null)
  const [stageId, setStageId] = useState<string | null>(null)
  const [sorting, setSorting] = useState<TalkSorting>({ column: 'start', descending: false })
  const { rows, total } = useTalkRows({ day, stageId }, sorting)
  const selection = useTimetable((state) => state.selection)
  const revealed = useTimetable((state) => state.revealed)
  const scroller = useRef<HTMLDivElement>(null)
  const lastPicked = useRef(-1)
  const { first, last, rowPx, onScroll, scrollTo } = useVirtualRows(scroller, rows.length)

  // What somebody asked to be shown comes into view, unless somebody is typing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the request moves the list, not a new order
  useEffect(() => {
    const index = rows.findIndex(({ ref }) => ref === revealed?.ref)
    if (index >= 0 && !scroller.current?.contains(document.activeElement)) scrollTo(index)
  }, [revealed])

  const pick = useCallback(
    (index: number, range: boolean) => {
      const row = rows[index]
      if (!row) return
      const next = new Set(timetable.state.selection)
      const from = range && lastPicked.current >= 0 ? lastPicked.current : index
      const on = !next.has(row.ref)
      for (let at = Math.min(from, index); at <= Math.max(from, index); at++) {
        const ref = rows[at]?.ref
        if (ref !== undefined && on) next.add(ref)
        else if (ref !== undefined) next.delete(ref)
      }
      lastPicked.current = index
      timetable.setSelection(next)
    },
    [rows, timetable],
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

  const sortBy = (column: TalkColumn) =>
    setSorting({ column, descending: sorting.column === column && !sorting.descending })
  const allPicked = rows.length > 0 && rows.every(({ ref }) => selection.has(ref))

  return (
    <section className="talk-list" aria-label={t('list.title')}>
      <ListFilters {...{ day, stageId }} onDay={setDay} onStage={setStageId}>
        <span className="thing-table__count" role="status">
          {rows.length === total
            ? t('list.count', { count: total })
            : t('list.of', { shown: number(rows.length), total: number(total) })}
        </span>
        <button type="button" className="text-button" disabled={disabled} onClick={() => timetable.createTalk()}>
          <Icon name="plus" /> {t('inspector.newTalk')}
        </button>
      </ListFilters>
      <div className="talk-list__scroll" ref={scroller} onScroll={onScroll}>
        <table
          className="sheet talk-table"
          aria-rowcount={rows.length + 1}
          style={{ marginTop: first * rowPx, marginBottom: (rows.length - last) * rowPx }}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className="sheet__pick">
                <input
                  type="checkbox"
                  aria-label={t('list.pickAll')}
                  checked={allPicked}
                  onChange={() => timetable.setSelection(allPicked ? [] : rows.map(({ ref }) => ref))}
                />
              </th>
              {TALK_COLUMNS.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={`talk-table__${column}`}
                  aria-sort={sorting.column === column ? (sorting.descending ? 'descending' : 'ascending') : undefined}
                >
                  <button type="button" className="sheet__sort" onClick={() => sortBy(column)}>
                    {t(`list.columns.${column}`)}
                    {sorting.column === column && <Icon name="chevron" />}
                  </button>
                </th>
              ))}
              <th scope="col" className="sheet__go">
                <span className="visually-hidden">{t('list.showColumn')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(first, last).map((row, offset) => (
              <TalkListRow
                key={row.ref}
                row={row}
                index={first + offset}
                picked={selection.has(row.ref)}
                onPick={pick}
              />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="panel__empty">{t(total === 0 ? 'list.empty' : 'list.nothing')}</p>}
      </div>
    </section>
  )
}
