import type { MyRow } from './myProgramme'
import { StarButton } from './StarButton'

interface MyRowItemProps {
  row: MyRow
  href: string
  whenWord: string
  starLabel: (title: string) => string
}

/** One time of a talk. The small script fills the same markup, out of a template, by `data-slot`. */
export function MyRowItem({ row, href, whenWord, starLabel }: MyRowItemProps) {
  return (
    <li className={`my-row is-${row.when}${row.cancelled ? ' is-cancelled' : ''}`} data-row={row.ref}>
      <p className="my-row__time">
        <span data-slot="from">{row.from}</span>
        <span data-slot="until">{row.until}</span>
      </p>
      <div className="my-row__what">
        <p className="my-row__title">
          <a href={href} data-slot="title">
            {row.title}
          </a>{' '}
          <span className="my-row__when" data-slot="when">
            {whenWord}
          </span>
        </p>
        <p className="my-row__stage" data-slot="stage">
          {row.stage}
        </p>
        <ul className="my-row__notes" data-slot="notes" hidden={row.notes.length === 0}>
          {row.notes.map((note) => (
            <li key={`${note.kind}${note.text}`} className={`my-note my-note--${note.kind}`}>
              {note.text}
            </li>
          ))}
        </ul>
      </div>
      <StarButton talkId={row.talkId} label={starLabel(row.title)} starred={row.starred} />
    </li>
  )
}
