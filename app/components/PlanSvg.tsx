import { type CSSProperties, type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoothStatus } from '#shared/claims/status'
import { boundsOf, placeCorners } from '#shared/geometry/place'
import type { Box } from '#shared/geometry/types'
import { useFormat } from '~/lib/format'
import { type HallDrawing, hallView } from '~/lib/planView/hallDrawing'
import { isArrow, neighbourInDirection } from '~/lib/planView/neighbour'
import { placePath, ringPath } from '~/lib/planView/paths'
import { sectorAreas } from '~/lib/planView/sectorAreas'
import { PlanBooth } from './plan/PlanBooth'
import { PlanDoor } from './plan/PlanDoor'
import { PlanPin } from './plan/PlanPin'
import { PlanPlace } from './plan/PlanPlace'
import { PlanScale } from './plan/PlanScale'

export interface ShownStatus {
  status: BoothStatus
  /** Name of the exhibitor where it is public (or the reader's own). */
  exhibitorName?: string | null
}

export interface PlanSvgProps {
  /** From `hallDrawing(plan, hallId)` of ~/lib/planView/hallDrawing. Plain data, so that loaders can hand it on. */
  hall: HallDrawing
  /** What the plan is of, for screen readers. */
  label: string
  /** By booth id; a booth without one is available. */
  statuses?: Readonly<Record<string, ShownStatus>>
  /** Booths drawn with the accent's outline; the first has the pin. */
  selected?: readonly string[]
  /** Booths that a search or filter found: the others are drawn faintly. Null: no search. */
  matches?: ReadonlySet<string> | null
  /** 'taken' (visitors): who is there stands out. 'free' (exhibitors): what can be had stands out. */
  emphasis?: 'taken' | 'free'
  /** Makes booths links. They are left out of the tab order: a list beside the plan says the same. */
  href?: (boothId: string) => string
  /** Stages to be found: they are lit, and where no booth is chosen the first has the pin. */
  lit?: readonly string[]
  /** Makes stages links; left out of the tab order as booths are. */
  stageHref?: (stageId: string) => string
  /** Makes booths buttons: one stop in the tab order, arrow keys move between them, Enter or Space choose. Hydrated pages only. */
  onSelect?: (boothId: string) => void
  /** How much is written: areas of sectors only, numbers too, or names as well. By the window's width when absent. */
  detail?: 'far' | 'middle' | 'near'
  /** Part of the hall to show, hall mm; all of it when absent. */
  view?: Box | null
  className?: string
}

/** SVG has no elements of its own for these. */
const NAMED_GROUP = { role: 'group' } as const
const UNREAD = { 'aria-hidden': true } as const

/** One hall of a plan, drawn in millimetres. The same on visitors' pages, on the exhibitors' and on paper. Styles: plan.css. */
export function PlanSvg(props: PlanSvgProps) {
  const { hall, label, statuses = {}, selected = [], matches = null, emphasis = 'taken', href, onSelect } = props
  const { lit = [], stageHref } = props
  const { t } = useTranslation('visit')
  const format = useFormat()
  const root = useRef<SVGSVGElement>(null)
  const whole = hallView(hall)
  const view = props.view ?? whole
  const [width, height] = [view.maxX - view.minX, view.maxY - view.minY]
  const stop = selected.find((id) => hall.booths.some((booth) => booth.id === id)) ?? hall.booths[0]?.id
  const chosen = hall.booths.filter((booth) => selected.includes(booth.id))
  const stage = hall.stages.find(({ id }) => lit.includes(id))
  const pinned = chosen[0] ? boundsOf(chosen[0].ring) : stage ? boundsOf(placeCorners(stage.place)) : null

  function onKeyDown(event: KeyboardEvent<SVGSVGElement>) {
    const id = (event.target as Element).closest('[data-booth]')?.getAttribute('data-booth')
    const booth = hall.booths.find((candidate) => candidate.id === id)
    if (!booth) return
    if (isArrow(event.key)) {
      event.preventDefault()
      const next = neighbourInDirection(hall.booths, booth, event.key)
      if (next) root.current?.querySelector<SVGElement>(`[data-booth="${CSS.escape(next.id)}"]`)?.focus()
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onSelect?.(booth.id)
    }
  }

  return (
    <svg
      ref={root}
      xmlns="http://www.w3.org/2000/svg"
      className={`plan plan--${emphasis} ${matches ? 'plan--filtered' : ''} ${props.className ?? ''}`}
      viewBox={`${view.minX} ${view.minY} ${width} ${height}`}
      preserveAspectRatio="xMidYMin meet"
      style={{ aspectRatio: `${width} / ${height}` } as CSSProperties}
      {...NAMED_GROUP}
      aria-label={label}
      data-zoom={props.detail ?? (width < 40_000 ? 'near' : 'auto')}
      data-whole={[whole.minX, whole.minY, whole.maxX, whole.maxY].join(' ')}
      {...(onSelect ? { onKeyDown } : {})}
    >
      <path className="plan__floor" d={ringPath(hall.outline)} />
      {hall.stages.map(({ id, place, name }) => (
        <PlanPlace
          key={id}
          id={id}
          kind="stage"
          place={place}
          name={format.text(name)}
          title={t('map.stage')}
          lit={lit.includes(id)}
          href={stageHref?.(id)}
        />
      ))}
      {hall.meetingPoints.map(({ place, name }) => (
        <PlanPlace
          key={place.join()}
          kind="meeting"
          place={place}
          name={format.text(name)}
          title={t('map.meetingPoint')}
        />
      ))}
      <g>
        {hall.booths.map((booth) => (
          <PlanBooth
            key={booth.id}
            booth={booth}
            sector={booth.sectorId === null ? undefined : hall.sectors[booth.sectorId]}
            shown={statuses[booth.id] ?? { status: 'available' }}
            selected={selected.includes(booth.id)}
            faint={matches !== null && !matches.has(booth.id)}
            href={href?.(booth.id)}
            onSelect={onSelect}
            tabStop={booth.id === stop}
          />
        ))}
      </g>
      <path className="plan__walls" d={hall.walls.map(placePath).join('')} />
      {hall.columns.map(({ place: [x, y, w, d], place, round }) =>
        round ? (
          <ellipse key={place.join()} className="plan__column" cx={x + w / 2} cy={y + d / 2} rx={w / 2} ry={d / 2} />
        ) : (
          <path key={place.join()} className="plan__column" d={placePath(place)} />
        ),
      )}
      <path className="plan__edge" d={ringPath(hall.outline)} />
      {hall.exits.map(({ place, kind }) => (
        <PlanDoor key={place.join()} place={place} kind={kind} outline={hall.outline} name={t(`map.door.${kind}`)} />
      ))}
      <g className="plan__areas" {...UNREAD}>
        {sectorAreas(hall).map(({ sectorId, at: [x, y], booths }) => (
          <text key={`${x} ${y}`} x={x} y={y} fontSize={booths > 2 ? width / 36 : width / 48} data-sector={sectorId}>
            {hall.sectors[sectorId]?.code}
          </text>
        ))}
      </g>
      <path className="plan__selection" d={chosen.map((booth) => ringPath(booth.ring)).join('')} />
      <PlanPin at={pinned} size={width / 20} />
      {!props.view && <PlanScale view={whole} floor={boundsOf(hall.outline)} />}
    </svg>
  )
}
