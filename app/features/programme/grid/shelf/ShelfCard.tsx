import { memo } from 'react'
import type { Sector, Talk } from '#shared/document/records'
import { DEFAULT_MINUTES } from '#shared/programme/limits'
import { tintStyle } from '~/components/SectorChip'
import type { GridWords } from '../gridWords'

export const shelfCardId = (talkId: string): string => `shelf-${talkId}`

interface ShelfCardProps {
  talk: Talk
  sector: Sector | undefined
  words: GridWords
  /** Pixels from the top of the list. */
  top: number
  position: number
  count: number
  isSelected: boolean
  isFocused: boolean
}

/** A talk without a time: what it is called, what it is, how long it will take. */
export const ShelfCard = memo(function ShelfCard({
  talk,
  sector,
  words,
  top,
  position,
  count,
  isSelected,
  isFocused,
}: ShelfCardProps) {
  const { t } = words
  const title = words.title(talk)
  const meta = [words.kind(talk.kind), t('timetable:shelf.minutes', { count: DEFAULT_MINUTES[talk.kind] })]
  const speakers = words.speakers(talk)
  const label = t('timetable:shelf.card', { title, kind: words.kind(talk.kind), state: words.state(talk.state) })
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list box has the keyboard, and says which option is active
    <div
      id={shelfCardId(talk.id)}
      data-talk={talk.id}
      className={`tt-shelf-card tt-shelf-card--${talk.state}${isSelected ? ' is-selected' : ''}${isFocused ? ' is-focused' : ''}`}
      style={{ ...tintStyle(sector?.tint), transform: `translateY(${top}px)` }}
      role="option"
      aria-selected={isSelected}
      aria-posinset={position}
      aria-setsize={count}
      aria-label={speakers ? `${label}, ${t('timetable:block.speakers', { names: speakers })}` : label}
    >
      <span className="tt-shelf-card__title">{title}</span>
      <span className="tt-shelf-card__meta">{speakers || meta.join(' · ')}</span>
      <span className="tt-shelf-card__foot">
        {sector && <span className="tt-block__code">{sector.code}</span>}
        <span className="tt-shelf-card__state">{words.state(talk.state)}</span>
        {speakers && <span className="tt-shelf-card__kind">{meta.join(' · ')}</span>}
      </span>
    </div>
  )
})
