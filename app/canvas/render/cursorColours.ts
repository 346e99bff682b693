/**
 * Twelve colours of people, one for light and one for dark pages: twelve hues of OKLCH in three steps of lightness,
 * neighbours in the list far apart. White on the light ones and near-black on the dark ones reach at least 6:1.
 */
export const CURSOR_COLOURS = {
  light: [
    '#065d6d',
    '#9a2068',
    '#654abb',
    '#03642b',
    '#8b4501',
    '#0161bd',
    '#79268b',
    '#5f5f01',
    '#b02a2d',
    '#056058',
    '#735601',
    '#ac2856',
  ],
  dark: [
    '#10d0f1',
    '#ffa3cf',
    '#ccc6fe',
    '#5ad87e',
    '#feb079',
    '#aed1fe',
    '#ea94fe',
    '#cccd27',
    '#febab4',
    '#0dd7c6',
    '#f6ba00',
    '#feb7c6',
  ],
} as const
