import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '~/features/editor/parts/Icon'
import { useSheet } from '~/features/editor/table/useSheet'
import { useFormat } from '~/lib/format'
import { useProgramme, useReadOnly, useTimetable } from '../useProgramme'
import { ListFilters } from './ListFilters'
import { TalkListRow } from './TalkListRow'
import { TALK_COLUMNS, type TalkColumn, type TalkRow, type TalkSorting } from './talkRows'
import { useTalkRows } from './useTalkRows'

const keyOf = ({ ref }: TalkRow) => ref

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
  const sheet = useSheet({ rows, keyOf, selection, select: timetable.setSelection })
  const { first, last, rowPx } = sheet

  // What somebody asked to be shown comes into view, unless somebody is typing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the request moves the list, not a new order
  useEffect(() => sheet.reveal(revealed?.ref), [revealed])

  const sortBy = (column: TalkColumn) =>
    setSorting({ column, descending: sorting.column === column && !sorting.descending })

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
      <div className="talk-list__scroll" ref={sheet.scroller} onScroll={sheet.onScroll}>
        <table
          className="sheet talk-table"
          aria-rowcount={rows.length + 1}
          style={{ marginTop: first * rowPx, marginBottom: (rows.length - last) * rowPx }}
          onKeyDown={sheet.onKeyDown}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className="sheet__pick">
                <input
                  type="checkbox"
                  aria-label={t('list.pickAll')}
                  checked={sheet.allPicked}
                  onChange={sheet.pickAll}
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
                onPick={sheet.pick}
              />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="panel__empty">{t(total === 0 ? 'list.empty' : 'list.nothing')}</p>}
      </div>
    </section>
  )
}
