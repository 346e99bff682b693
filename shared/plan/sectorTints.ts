export interface Tint {
  /** Fill on a light page; dark ink on it reaches at least 8:1. */
  readonly light: string
  /** Fill on a dark page; light ink on it reaches at least 4.5:1. */
  readonly dark: string
}

/**
 * Twenty tints that stay apart: at least 0.049 in OKLab between any two, light and dark, and 0.02 as seen with red or
 * green blindness (Machado 2009), where the sector's code letters help. Chosen by farthest-point search over OKLCH with
 * three even steps of lightness; neighbours in the list lie far apart in hue. tests/unit/plan/sectorTints.test.ts measures them.
 */
export const SECTOR_TINTS: readonly Tint[] = [
  { light: '#f59cb8', dark: '#611b37' },
  { light: '#aadf98', dark: '#315e20' },
  { light: '#c5c8fe', dark: '#4b4c77' },
  { light: '#f9d7e0', dark: '#7e6169' },
  { light: '#d5e8ce', dark: '#60705b' },
  { light: '#b2b5ea', dark: '#34345d' },
  { light: '#dfcab2', dark: '#5e4e3a' },
  { light: '#80d27f', dark: '#04470b' },
  { light: '#d99ffb', dark: '#501c6a' },
  { light: '#f9dea8', dark: '#7e6738' },
  { light: '#8dfdba', dark: '#037f4a' },
  { light: '#dbc5dd', dark: '#5c4a5d' },
  { light: '#d4d37c', dark: '#575400' },
  { light: '#99deca', dark: '#1b5e4e' },
  { light: '#cab2c7', dark: '#453243' },
  { light: '#babea1', dark: '#393c24' },
  { light: '#4dfef9', dark: '#097a77' },
  { light: '#f7b4f0', dark: '#70396c' },
  { light: '#d5ef80', dark: '#62740d' },
  { light: '#81c7d9', dark: '#00414d' },
]

export const NO_SECTOR_TINT: Tint = { light: '#eceff1', dark: '#2b3036' }

export const tintOf = (tint: number | null | undefined): Tint =>
  tint == null ? NO_SECTOR_TINT : (SECTOR_TINTS[tint] ?? NO_SECTOR_TINT)
