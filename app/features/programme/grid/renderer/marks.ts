import type { TalkKind, TalkState } from '#shared/document/talkRecord'

const SVG = 'http://www.w3.org/2000/svg'

/** Small signs beside colour and outline, on a 12 px grid. */
const PATHS = {
  idea: 'M6 1.500a3.2 3.2 0 0 0-1.700 5.900v1.300h3.400V7.400A3.2 3.2 0 0 0 6 1.500zM4.800 10.500h2.400',
  invited: 'M1.500 3h9v6.500h-9zM1.500 3.300 6 6.800l4.500-3.500',
  confirmed: 'm2.300 6.400 2.500 2.500 5-5.500',
  cancelled: 'M2.800 2.800l6.400 6.400M9.200 2.800 2.800 9.200',
  error: 'M6 1.300 11.200 10.500H.800zM6 4.700v2.600M6 8.900v.100',
  warning: 'M6 1.300 11.200 10.500H.800zM6 4.700v2.600M6 8.900v.100',
} as const

export type MarkName = keyof typeof PATHS

export function createMark(): { element: SVGSVGElement; show(name: MarkName | null): void } {
  const element = document.createElementNS(SVG, 'svg')
  element.setAttribute('viewBox', '0 0 12 12')
  element.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(SVG, 'path')
  element.append(path)
  let shown: MarkName | null = null
  return {
    element,
    show(name) {
      if (name === shown) return
      shown = name
      element.setAttribute('class', name ? `tt-mark tt-mark--${name}` : 'tt-mark tt-mark--none')
      path.setAttribute('d', name ? PATHS[name] : '')
    },
  }
}

/** Kinds that are said on the block; a plain talk is what one expects. */
export const saysKind = (kind: TalkKind): boolean => kind !== 'talk'
export const stateMark = (state: TalkState): MarkName => state
