import { type KeyboardEvent, type RefObject, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Talk } from '#shared/document/records'
import { useProgramme, useTimetable } from '../../useProgramme'
import { useGridWords } from '../useGridWords'
import { useVirtualList } from '../useVirtualList'
import { ShelfCard, shelfCardId } from './ShelfCard'

/** Height of a card with the gap below it, as app/styles/timetable/shelf.css has it. */
export const CARD_PX = 74

interface ShelfListProps {
  talks: readonly Talk[]
  total: number
  list: RefObject<HTMLDivElement>
}

/** The cards: as a list box, arrows go from card to card, Enter takes one to the grid. */
export function ShelfList({ talks, total, list }: ShelfListProps) {
  const { t } = useTranslation('timetable')
  const { timetable, store } = useProgramme()
  const words = useGridWords()
  const focus = useTimetable((state) => state.focus)
  const selection = useTimetable((state) => state.selection)
  const { first, last, onScroll, scrollTo } = useVirtualList(list, talks.length, CARD_PX)
  const at = talks.findIndex(({ id }) => id === focus)
  useEffect(() => {
    if (at >= 0) scrollTo(at)
  }, [at, scrollTo])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || timetable.state.gesture !== null) return
    const targets: Readonly<Record<string, number>> = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      Home: 0,
      End: talks.length - 1,
    }
    const target = targets[event.key]
    if (target === undefined || event.shiftKey) return
    event.preventDefault()
    const next = talks[Math.min(talks.length - 1, Math.max(0, target))]
    if (next) timetable.setFocus(next.id)
  }
  /** Coming in by keyboard one stands on a card at once. */
  const onFocus = () => {
    const [top] = talks
    const { focus: now } = timetable.state
    const isOnCard = now !== null && timetable.held(now)?.placement === null
    if (!isOnCard && top && list.current?.dataset.focusedBy !== 'pointer') timetable.setFocus(top.id)
  }

  return (
    <div
      ref={list}
      className="tt-shelf__list"
      data-keys="talks"
      data-holds="shelf"
      role="listbox"
      aria-multiselectable="true"
      aria-label={t('shelf.label')}
      aria-describedby="timetable-help"
      aria-activedescendant={at >= 0 ? shelfCardId(focus ?? '') : undefined}
      tabIndex={0}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={(event) => {
        delete event.currentTarget.dataset.focusedBy
        if (timetable.state.gesture === 'keyMoving') timetable.dispatch({ type: 'blur' })
      }}
    >
      <div className="tt-shelf__all" role="presentation" style={{ height: talks.length * CARD_PX }}>
        {talks.slice(first, last).map((talk, index) => (
          <ShelfCard
            key={talk.id}
            talk={talk}
            sector={talk.sectorId === null ? undefined : store.get('sectors', talk.sectorId)}
            words={words}
            top={(first + index) * CARD_PX}
            position={first + index + 1}
            count={talks.length}
            isSelected={selection.has(talk.id)}
            isFocused={talk.id === focus}
          />
        ))}
      </div>
      {talks.length === 0 && (
        <div className="tt-shelf__empty" role="presentation">
          {total === 0 && <p className="tt-shelf__empty-title">{t('shelf.emptyTitle')}</p>}
          <p>{t(total === 0 ? 'shelf.emptyText' : 'shelf.noMatch')}</p>
        </div>
      )}
    </div>
  )
}
