import { useTranslation } from 'react-i18next'
import type { ChangedDay, TimetableBox, TimetableMark } from './types'

/** Sizes of the drawing in CSS pixels: it scrolls sideways rather than become too small to read. */
const PX_PER_MINUTE = 1.4
const ROW = 40
const HEAD = 24
const NAME = 120
const GAP = 4
const TEXT = 12
/** Width of a letter at that size, on the generous side. */
const LETTER = 6.2

const LEGEND = ['added', 'changed', 'gone'] as const

/** One day with its changes marked by colour, outline and sign; the list beside it says the same in words. */
export function ChangesTimetable({ day, label }: { day: ChangedDay; label: string }) {
  const { t } = useTranslation('releases')
  const width = NAME + day.minutes * PX_PER_MINUTE + GAP
  const height = HEAD + day.stages.length * ROW
  return (
    <figure className="changes-plan changes-timetable">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="changes-timetable__scroll" aria-label={label} tabIndex={0}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
          {day.ticks.map(({ at, label: time }) => (
            <g key={at} className="changes-timetable__tick">
              <path d={`M${left(at)} ${HEAD}V${height}`} />
              <text x={left(at) + 3} y={HEAD - 8}>
                {time}
              </text>
            </g>
          ))}
          {day.stages.map(({ id, name }, row) => (
            <g key={id} className="changes-timetable__stage">
              <path d={`M0 ${HEAD + row * ROW}H${width}`} />
              <text x={0} y={HEAD + row * ROW + ROW / 2} dominantBaseline="central">
                {shortened(name, NAME - GAP)}
              </text>
            </g>
          ))}
          <path className="changes-plan__same" d={day.same.map(boxPath).join('')} />
          {day.marks.map((mark) => (
            <Mark key={mark.key} mark={mark} />
          ))}
        </svg>
      </section>
      <figcaption>
        <ul className="plan-legend" aria-label={t('changes.legend')}>
          {LEGEND.map((kind) => (
            <li key={kind}>
              <span className={`change-sign change-sign--${kind}`}>{t(`talks.marks.${kind}`)}</span>
            </li>
          ))}
          <li>
            <span className="change-sign change-sign--left">{t('talks.marks.left')}</span>
          </li>
        </ul>
        {day.moreStages > 0 && <p className="booth-facts__soft">{t('talks.moreStages', { count: day.moreStages })}</p>}
      </figcaption>
    </figure>
  )
}

const left = (minutes: number) => NAME + minutes * PX_PER_MINUTE
const top = (row: number) => HEAD + row * ROW + GAP
const HEIGHT = ROW - 2 * GAP

const boxPath = ({ row, from, until }: TimetableBox): string =>
  `M${left(from) + 1} ${top(row)}H${left(until) - 1}V${top(row) + HEIGHT}H${left(from) + 1}Z`

const middle = ({ row, from, until }: TimetableBox): [number, number] => [
  left((from + until) / 2),
  top(row) + HEIGHT / 2,
]

function shortened(text: string, width: number): string {
  const most = Math.floor(width / LETTER)
  if (text.length <= most) return text
  return most < 3 ? '' : `${text.slice(0, most - 1).trimEnd()}…`
}

function Mark({ mark }: { mark: TimetableMark }) {
  const { sign, title, from, until, row, old } = mark
  const [x, y] = middle(mark)
  const start = old && middle(old)
  const isOff = sign === 'cancelled' || sign === 'gone'
  const [x1, x2] = [left(from) + 1, left(until) - 1]
  return (
    <g className={`changes-plan__mark is-${isOff ? 'gone' : sign}`}>
      <title>{title}</title>
      {old && start && (
        <>
          <path className="changes-plan__from" d={boxPath(old)} />
          <path className="changes-plan__way" d={`M${start[0]} ${start[1]}L${x} ${y}`} />
        </>
      )}
      <path className={sign === 'left' ? 'changes-plan__from' : 'changes-plan__shape'} d={boxPath(mark)} />
      {isOff && (
        <path
          className="changes-plan__cross"
          d={`M${x1} ${top(row)}L${x2} ${top(row) + HEIGHT}M${x2} ${top(row)}L${x1} ${top(row) + HEIGHT}`}
        />
      )}
      <text x={x1 + GAP} y={y} fontSize={TEXT} dominantBaseline="central">
        {shortened(title, x2 - x1 - 2 * GAP)}
      </text>
    </g>
  )
}
