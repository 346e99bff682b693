import type { CSSProperties } from 'react'
import { tintOf } from '#shared/plan/sectorTints'

/** The two fills of a tint as custom properties, for `light-dark(var(--tint-light), var(--tint-dark))`. */
export function tintStyle(tint: number | null | undefined): CSSProperties {
  const { light, dark } = tintOf(tint)
  return { '--tint-light': light, '--tint-dark': dark } as CSSProperties
}

export interface SectorChipProps {
  code: string
  tint: number
  name: string
  href?: string
}

export function SectorChip({ code, tint, name, href }: SectorChipProps) {
  const content = (
    <>
      <span className="sector-chip__code" style={tintStyle(tint)} aria-hidden="true">
        {code}
      </span>
      <span>{name}</span>
    </>
  )
  return href ? (
    <a className="sector-chip" href={href}>
      {content}
    </a>
  ) : (
    <span className="sector-chip">{content}</span>
  )
}
