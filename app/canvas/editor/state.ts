import type { EditorOptions, EditorState, ToolOptions } from './types'

export const DEFAULT_OPTIONS: ToolOptions = {
  booth: { widthMm: 3000, depthMm: 3000 },
  rows: { boothWidthMm: 3000, boothDepthMm: 3000, boothsPerBlock: 10, aisleMm: 3000, backToBack: true },
  wall: { thicknessMm: 100 },
  column: { sizeMm: 500, round: false },
  exit: { kind: 'exit', widthMm: 2000 },
  sectorId: null,
}

/** The narrowest aisle that the tool for rows draws. */
export const MIN_AISLE_MM = 3000

export const initialState = ({ hallId, readOnly = false }: EditorOptions): EditorState => ({
  hallId,
  tool: 'select',
  gesture: null,
  cursor: 'default',
  viewport: { scale: 0.02, x: 0, y: 0, width: 0, height: 0, insets: { top: 0, right: 0, bottom: 0, left: 0 } },
  selection: new Set(),
  hover: null,
  marquee: null,
  guides: [],
  preview: null,
  pointer: null,
  messages: [],
  options: DEFAULT_OPTIONS,
  snapping: true,
  showGrid: true,
  readOnly,
})
