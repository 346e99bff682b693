import type { CSSProperties } from 'react'
import { tintStyle } from '~/components/SectorChip'
import { StarButton } from '~/features/stars/StarButton'
import type { PlacedCard } from './programmePage'
import { NO_SECTOR } from './programmeQuery'

export interface TalkBlockProps {
  card: PlacedCard
  href: string
  /** Upper edge of the grid, minutes since 1970. */
  origin: number
  cancelledWord: string
  starLabel: (title: string) => string
  /** The reader's stars; null where there are no stars to give, as in frames. */
  starred: ReadonlySet<string> | null
  /** Where links of a frame open. */
  link: { target?: '_blank'; rel?: string }
}

/** A talk at one of its times: a row of the list, a block of the grid. Hooks-free, since a page has up to a thousand. */
export function TalkBlock({ card, href, origin, cancelledWord, starLabel, starred, link }: TalkBlockProps) {
  const { sector, language } = card
  const style = {
    '--at': card.start - origin,
    '--long': card.end - card.start,
    '--column': card.column,
    ...(card.lanes > 1 ? { '--lane': card.lane, '--lanes': card.lanes } : {}),
    ...(sector ? tintStyle(sector.tint) : {}),
  } as CSSProperties
  return (
    <li
      className={`talk-block is-${card.kind}${card.cancelled ? ' is-cancelled' : ''}${sector ? ' has-sector' : ''}`}
      style={style}
      hidden={!card.found}
      data-talk={card.talkId}
      data-slot={card.ref}
      data-start={card.start}
      data-end={card.end}
      data-stage={card.stageId}
      data-sector={sector?.id ?? NO_SECTOR}
      data-kind={card.kind}
      data-language={language?.tag ?? ''}
      data-words={card.words}
    >
      <a className="talk-block__title" href={href} lang={card.titleLang ?? undefined} {...link}>
        {card.title}
      </a>
      {card.who && <p className="talk-block__who">{card.who}</p>}
      <p className="talk-block__facts">
        {card.cancelled && <strong className="talk-block__cancelled">{cancelledWord}</strong>}
        <span className="talk-block__until">– {card.until}</span>
        <span className="talk-block__stage">{card.stage}</span>
        {card.kindWord && <span className="talk-block__kind">{card.kindWord}</span>}
        {language && (
          <abbr className="talk-block__language" title={language.name}>
            {language.code}
          </abbr>
        )}
        {sector && (
          <span className="talk-block__sector">
            <span aria-hidden="true">{sector.code}</span>
            <span className="visually-hidden">{sector.name}</span>
          </span>
        )}
      </p>
      {starred && card.kind !== 'break' && (
        <StarButton talkId={card.talkId} label={starLabel(card.title)} starred={starred.has(card.talkId)} />
      )}
    </li>
  )
}
