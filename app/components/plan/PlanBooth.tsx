import { useTranslation } from 'react-i18next'
import { useFormat } from '~/lib/format'
import type { DrawnBooth, DrawnSector } from '~/lib/planView/hallDrawing'
import { boothLabel, nameLines } from '~/lib/planView/labels'
import { markPath, ringPath } from '~/lib/planView/paths'
import type { ShownStatus } from '../PlanSvg'
import { tintStyle } from '../SectorChip'

export interface PlanBoothProps {
  booth: DrawnBooth
  sector: DrawnSector | undefined
  shown: ShownStatus
  selected: boolean
  faint: boolean
  href: string | undefined
  onSelect: ((boothId: string) => void) | undefined
  tabStop: boolean
}

/** Status says itself by fill, outline and mark; the sector by tint and code. A small script may change the status later (app/islands). */
export function PlanBooth({ booth, sector, shown, selected, faint, href, onSelect, tabStop }: PlanBoothProps) {
  const { t } = useTranslation('booths')
  const format = useFormat()
  const name = shown.exhibitorName ?? ''
  const title = [booth.number, sector && format.text(sector.name), t(`status.${shown.status}`), name].filter(Boolean)
  const common = {
    className: `plan-booth is-${shown.status}${selected ? ' is-selected' : ''}${faint ? ' is-faint' : ''}`,
    style: tintStyle(sector?.tint),
    'data-booth': booth.id,
  }
  const content = (
    <>
      <title>{title.join(' · ')}</title>
      <path className="plan-booth__shape" d={ringPath(booth.ring)} />
      <path className="plan-booth__mark" d={markPath(booth.ring, shown.status)} />
      <BoothWords booth={booth} code={sector?.code ?? ''} name={name} />
    </>
  )
  if (onSelect) {
    // SVG has no element for it.
    const button = {
      role: 'button',
      tabIndex: tabStop ? 0 : -1,
      'aria-pressed': selected,
      'aria-label': title.join(', '),
      onClick: () => onSelect(booth.id),
    }
    return (
      <g {...common} {...button}>
        {content}
      </g>
    )
  }
  if (href === undefined) return <g {...common}>{content}</g>
  return (
    <a {...common} href={href} tabIndex={-1} aria-current={selected ? 'true' : undefined}>
      {content}
    </a>
  )
}

function BoothWords({ booth, code, name }: { booth: DrawnBooth; code: string; name: string }) {
  const label = boothLabel(booth)
  if (!label) return null
  return (
    <g
      fontSize={label.size}
      transform={`translate(${label.at.join(' ')})${label.turn === 0 ? '' : `rotate(${label.turn})`}`}
    >
      <text className="plan-booth__number">{booth.number}</text>
      {code !== '' && (
        <text className="plan-booth__code" y="-1.75em">
          {code}
        </text>
      )}
      <text className="plan-booth__name" data-room={`${label.across} ${label.size}`}>
        {nameLines(name, label).map((line, index) => (
          <tspan key={line} x="0" y={`${2.45 + index * 1.15}em`}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  )
}
