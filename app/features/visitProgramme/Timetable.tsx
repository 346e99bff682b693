import type { CSSProperties } from 'react'
import type { VisitPaths } from '~/lib/visitPaths'
import type { ProgrammePage } from './programmePage'
import { TalkBlock, type TalkBlockProps } from './TalkBlock'

export interface TimetableProps extends Pick<TalkBlockProps, 'cancelledWord' | 'starLabel' | 'starred' | 'link'> {
  page: Pick<ProgrammePage, 'groups' | 'stages' | 'grid'>
  paths: VisitPaths
  label: string
}

/** With more stages than this the grid is a frame that scrolls by itself, both ways. */
const FEW_STAGES = 5

/**
 * One list of a day, by time, that the style sheet lays out either as a list or as a grid of stages by time: whoever hears the page
 * has the same in both.
 */
export function Timetable({ page: { groups, stages, grid }, paths, label, ...block }: TimetableProps) {
  const style = {
    '--stages': Math.max(stages.filter(({ shown }) => shown).length, 1),
    '--minutes': grid.shown.until - grid.shown.from,
    '--shift': grid.shown.from - grid.from,
    '--minute': `${grid.scale}px`,
  } as CSSProperties
  return (
    <section
      className={`timetable ${stages.length > FEW_STAGES ? 'timetable--framed' : ''}`}
      style={style}
      aria-label={label}
      tabIndex={stages.length > FEW_STAGES ? 0 : undefined}
      data-timetable=""
      data-from={grid.from}
      data-until={grid.until}
    >
      <div className="timetable__room">
        <ul className="timetable__heads">
          {stages.map(({ id, name, shown }) => (
            <li key={id} data-head={id} hidden={!shown}>
              <a href={paths.programme({ stage: id })} {...block.link}>
                {name}
              </a>
            </li>
          ))}
        </ul>
        <div className="timetable__body">
          <div className="timetable__axis" aria-hidden="true">
            {grid.hours.map(({ minute, time }) => (
              <span key={minute} style={{ '--at': minute - grid.from } as CSSProperties}>
                {time}
              </span>
            ))}
          </div>
          <div className="timetable__now" data-now-line="" hidden />
          {groups.map(({ start, from, cards }) => (
            <div key={start} className="time-group" data-group={start} hidden={cards.every((card) => !card.found)}>
              <h2 id={`t${start}`} className="time-group__time">
                {from}
              </h2>
              <ul>
                {cards.map((card) => (
                  <TalkBlock key={card.ref} card={card} origin={grid.from} href={paths.talk(card.talkId)} {...block} />
                ))}
              </ul>
            </div>
          ))}
        </div>
      </div>
    </section>
  )
}
