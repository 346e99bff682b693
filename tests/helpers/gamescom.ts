import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { PlanJson } from '#shared/exchange/planJson'

/** Real halls of a real fair (gamescom 2026), lying beside the project; absent on other machines. */
const FOLDER = path.resolve('../shared/data/exhibition/gamescom-2026')

export interface Stand {
  nr: string
  /** Published square metres. */
  a: number
  /** Corners in metres. */
  poly: [number, number][]
}

export interface HallFile {
  hall: string
  size: [number, number]
  stands: Stand[]
}

export const gamescomIsHere = () => existsSync(FOLDER)

const toMm = (metres: number) => Math.round(metres * 1000)

/** Hall walls are not published; 2 m of floor around everything that stands there. */
const MARGIN = 2000

export const readGamescomHalls = (): HallFile[] =>
  readdirSync(FOLDER)
    .filter((name) => /^hall-[\d.]+\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as HallFile)

export const hallIdOf = (hall: string) => `hall-${hall.replace('.', '-')}`
export const boothIdOf = (hall: string, index: number) => `${hallIdOf(hall)}-stand-${index}`

/** An upright rectangle as a place, anything else as its outline. */
function shapeOf(poly: [number, number][]) {
  const points = poly.map(([x, y]) => [toMm(x), toMm(y)] as [number, number])
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [x, y, width, depth] = [
    Math.min(...xs),
    Math.min(...ys),
    Math.max(...xs) - Math.min(...xs),
    Math.max(...ys) - Math.min(...ys),
  ]
  const corners = new Set(points.map(String))
  const rectangle =
    points.length === 4 &&
    corners.size === 4 &&
    points.every(([px, py]) => (px === x || px === x + width) && (py === y || py === y + depth))
  return rectangle
    ? { place: [x, y, width, depth, 0] as [number, number, number, number, number] }
    : { outline: points }
}

/** The eight halls with their 448 stands in the product's own plan format. */
export function gamescomPlanJson(halls: HallFile[] = readGamescomHalls()): PlanJson {
  const plan = {
    format: 'beursvloer-plan',
    version: 1,
    halls: Object.fromEntries(
      halls.map(({ hall, size: [width, depth] }) => [
        hallIdOf(hall),
        {
          name: { nl: `Hal ${hall}`, fr: `Hall ${hall}`, en: `Hall ${hall}` },
          outline: [
            [-MARGIN, -MARGIN],
            [toMm(width) + MARGIN, -MARGIN],
            [toMm(width) + MARGIN, toMm(depth) + MARGIN],
            [-MARGIN, toMm(depth) + MARGIN],
          ],
        },
      ]),
    ),
    booths: Object.fromEntries(
      halls.flatMap(({ hall, stands }) =>
        stands.map((stand, index) => [
          boothIdOf(hall, index),
          { hallId: hallIdOf(hall), number: stand.nr, sectorId: null, removed: false, ...shapeOf(stand.poly) },
        ]),
      ),
    ),
    walls: {},
    columns: {},
    exits: {},
    sectors: {},
    stages: {},
    meetingPoints: {},
  }
  return plan as unknown as PlanJson
}
