import { SECTOR_TINTS } from '#shared/plan/sectorTints'
import { CURSOR_COLOURS } from './cursorColours'
import type { PlanTheme } from './theme'

const fontFamily = "'Figtree Variable', system-ui, -apple-system, 'Segoe UI', sans-serif"

/** The values of app/styles/tokens.css, spelt out: a canvas knows no variables and no `light-dark()`. */
const LIGHT: PlanTheme = {
  outside: '#eceeef',
  floor: '#ffffff',
  hallEdge: '#1a1d21',
  gridMinor: '#f0f2f3',
  gridMajor: '#e1e5e7',
  booth: '#eceff1',
  boothEdge: '#4d545c',
  ink: '#1a1d21',
  inkSoft: '#4d545c',
  wall: '#4d545c',
  column: '#636b74',
  entrance: '#0b5d70',
  emergency: '#1b6b3a',
  stage: '#dfe3e6',
  meetingPoint: '#dff0f4',
  accent: '#0b5d70',
  accentInk: '#ffffff',
  guide: '#c2185b',
  error: '#b0213a',
  warning: '#805000',
  tints: SECTOR_TINTS.map(({ light }) => light),
  blocked: '#eceeef',
  cursors: CURSOR_COLOURS.light,
  cursorInk: '#ffffff',
  fontFamily,
}

const DARK: PlanTheme = {
  outside: '#101315',
  floor: '#14171a',
  hallEdge: '#b4bbc2',
  gridMinor: '#1a1e22',
  gridMajor: '#23282d',
  booth: '#2b3036',
  boothEdge: '#98a1a9',
  ink: '#f1f3f4',
  inkSoft: '#b4bbc2',
  wall: '#b4bbc2',
  column: '#98a1a9',
  entrance: '#6fc8dc',
  emergency: '#7fd6a0',
  stage: '#353c43',
  meetingPoint: '#12333c',
  accent: '#6fc8dc',
  accentInk: '#06262e',
  guide: '#ff7eb6',
  error: '#ff9dab',
  warning: '#efc063',
  tints: SECTOR_TINTS.map(({ dark }) => dark),
  blocked: '#1b1f23',
  cursors: CURSOR_COLOURS.dark,
  cursorInk: '#101315',
  fontFamily,
}

export const planTheme = (scheme: 'light' | 'dark'): PlanTheme => (scheme === 'dark' ? DARK : LIGHT)
