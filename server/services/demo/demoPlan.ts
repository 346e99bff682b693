import { emptyPlan } from '#shared/document/plan'
import type { Booth, Column, Exit, Hall, MeetingPoint, Plan, Stage, Wall } from '#shared/document/records'
import { DEFAULT_SECTORS } from '#shared/fairs/defaultSectors'
import type { Place } from '#shared/geometry/types'
import type { BoothId, HallId, SectorId, StageId } from '#shared/kernel/ids'

/** All in millimetres. Hall of 70 x 64 m: stages to the north, five lines of blocks, a central street of 8 m down to the entrance. */
const WIDTH = 70_000
const DEPTH = 64_000
const BOOTH = 3000
/** Between booths that stand back to back; the hall's columns stand in it. */
const SPINE = 400
const BLOCK_COLUMNS = 4
const BLOCK_DEPTH = 2 * BOOTH + SPINE
const AISLE = 3200
const FIRST_LINE_Y = 15_600
/** West edges of the blocks in a line: 4 m to the side walls, 3 m between, the street in the middle. */
const BLOCK_X = [4000, 19_000, 39_000, 54_000] as const
const ROW_LETTERS = 'ABCDEFGHJK'

const HALL_ID = 'main-hall' as HallId

/** Who is where, line by line from the stages to the entrance; arts near the stages. Two sectors in a block share it half and half. */
const BLOCKS: readonly (readonly (readonly string[])[])[] = [
  [['performing-arts'], ['music'], ['audiovisual'], ['stage-technique']],
  [['visual-arts'], ['photography'], ['graphic-design'], ['design-fashion-interior']],
  [['architecture-heritage'], [], ['writing-press'], ['translation']],
  [['communication'], ['it-web'], ['training'], ['events']],
  [['crafts'], ['food'], ['care-wellbeing'], ['consulting', 'other']],
]

const lineY = (line: number) => FIRST_LINE_Y + line * (BLOCK_DEPTH + AISLE)

/** Blocks beside the street end, every other line, in a booth of three open sides as deep as the block. */
const hasHeadBooth = (line: number, block: number) => (block === 1 && line % 2 === 0) || (block === 2 && line % 2 === 1)
/** Blocks at the side walls begin with a booth of 6 x 3 m, every other line. */
const hasDoubleBooth = (line: number, block: number) =>
  (block === 0 || block === 3) && line % 2 === (block === 0 ? 1 : 0)

interface Cell {
  row: number
  place: Place
  sectorId: SectorId
}

function cellsOfBlock(line: number, block: number, sectors: readonly string[]): Cell[] {
  const x0 = BLOCK_X[block] ?? 0
  const y0 = lineY(line)
  const headColumn = hasHeadBooth(line, block) ? (block === 1 ? BLOCK_COLUMNS - 1 : 0) : -1
  const cells: Cell[] = []
  for (let column = 0; column < BLOCK_COLUMNS; column++) {
    const sectorId = (sectors[Math.floor((column * sectors.length) / BLOCK_COLUMNS)] ?? '') as SectorId
    const x = x0 + column * BOOTH
    if (column === headColumn) {
      cells.push({ row: 2 * line, sectorId, place: [x, y0, BOOTH, BLOCK_DEPTH, 0] })
      continue
    }
    const double = hasDoubleBooth(line, block)
    if (!(double && column === 1)) {
      cells.push({ row: 2 * line, sectorId, place: [x, y0, double && column === 0 ? 2 * BOOTH : BOOTH, BOOTH, 0] })
    }
    cells.push({ row: 2 * line + 1, sectorId, place: [x, y0 + BOOTH + SPINE, BOOTH, BOOTH, 0] })
  }
  return cells
}

/** Numbers run from west to east along each row, a letter a row, from the stages to the entrance. */
function demoBooths(): Booth[] {
  const cells = BLOCKS.flatMap((blocks, line) =>
    blocks.flatMap((sectors, block) => (sectors.length > 0 ? cellsOfBlock(line, block, sectors) : [])),
  )
  const counts = new Map<number, number>()
  return cells
    .sort((a, b) => a.row - b.row || a.place[0] - b.place[0])
    .map(({ row, place, sectorId }) => {
      const nth = (counts.get(row) ?? 0) + 1
      counts.set(row, nth)
      const number = `${ROW_LETTERS[row]}${String(nth).padStart(2, '0')}`
      return {
        id: `booth-${number.toLowerCase()}` as BoothId,
        hallId: HALL_ID,
        number,
        sectorId,
        place: [...place],
        removed: false,
      }
    })
}

/** An opening of `width` whose middle is at (x, y); `turn` 9000 for the side walls. */
const opening = (id: string, kind: Exit['kind'], x: number, y: number, width: number, turn = 0): Exit => ({
  id,
  hallId: HALL_ID,
  kind,
  place: [x - width / 2, y - 150, width, 300, turn],
})

function demoExits(): Exit[] {
  const sides = [0, 2].flatMap((line) => {
    const y = lineY(line) + BLOCK_DEPTH + AISLE / 2
    return [
      opening(`exit-west-${line}`, 'emergency', 150, y, 2000, 9000),
      opening(`exit-east-${line}`, 'emergency', WIDTH - 150, y, 2000, 9000),
    ]
  })
  return [
    opening('entrance', 'entrance', WIDTH / 2, DEPTH - 150, 6000),
    opening('exit-south-west', 'exit', 10_000, DEPTH - 150, 2400),
    opening('exit-south-east', 'exit', 60_000, DEPTH - 150, 2400),
    opening('exit-north-west', 'emergency', 21_000, 150, 2000),
    opening('exit-north-east', 'emergency', 49_000, 150, 2000),
    ...sides,
  ]
}

/** One in the spine of every block, and four before the stages. */
function demoColumns(): Column[] {
  const inBlocks = BLOCKS.flatMap((blocks, line) =>
    blocks.map((sectors, block): Column | null =>
      sectors.length === 0
        ? null
        : {
            id: `column-${line}-${block}`,
            hallId: HALL_ID,
            place: [(BLOCK_X[block] ?? 0) + 2 * BOOTH - SPINE / 2, lineY(line) + BOOTH, SPINE, SPINE, 0],
            round: false,
          },
    ),
  ).filter((column) => column !== null)
  const free = [22_000, 48_000].flatMap((x, i) =>
    [8000, 12_000].map(
      (y): Column => ({
        id: `column-free-${i}-${y}`,
        hallId: HALL_ID,
        place: [x - 300, y - 300, 600, 600, 0],
        round: true,
      }),
    ),
  )
  return [...inBlocks, ...free]
}

const stage = (
  id: string,
  nl: string,
  fr: string,
  en: string,
  place: Place,
  capacity: number,
  equipment: string[],
): Stage => ({
  id: id as StageId,
  hallId: HALL_ID,
  name: { nl, fr, en },
  place: [...place],
  capacity,
  equipment,
})

function demoStages(): Stage[] {
  return [
    stage('stage-main', 'Grote podium', 'Grande scène', 'Main stage', [25_000, 1500, 20_000, 8000, 0], 200, [
      'projector',
      'microphone',
      'soundSystem',
      'interpreter',
      'hearingLoop',
      'livestream',
      'internet',
    ]),
    stage('stage-workshop', 'Werkplaats', 'Atelier', 'Workshop', [3000, 1500, 14_000, 8000, 0], 60, [
      'tables',
      'whiteboard',
      'projector',
      'power',
    ]),
    stage('stage-agora', 'Agora', 'Agora', 'Agora', [53_000, 1500, 14_000, 8000, 0], 80, [
      'microphone',
      'projector',
      'internet',
    ]),
  ]
}

function demoWalls(): Wall[] {
  return [
    { id: 'wall-workshop', hallId: HALL_ID, place: [18_000, 0, 150, 9500, 0] },
    { id: 'wall-agora', hallId: HALL_ID, place: [51_850, 0, 150, 9500, 0] },
  ]
}

const hall: Hall = {
  id: HALL_ID,
  name: { nl: 'Grote hal', fr: 'Grand hall', en: 'Main hall' },
  outline: [
    [0, 0],
    [WIDTH, 0],
    [WIDTH, DEPTH],
    [0, DEPTH],
  ],
}

const partnerMeetingPoint: MeetingPoint = {
  id: 'partner-meeting-point',
  hallId: HALL_ID,
  name: { nl: 'Partner Meeting Point', fr: 'Partner Meeting Point', en: 'Partner Meeting Point' },
  place: [BLOCK_X[1], lineY(2), BLOCK_COLUMNS * BOOTH, BLOCK_DEPTH, 0],
}

const byId = <T extends { id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]))

/** The demo fair's plan: the same every time. */
export function demoPlan(): Plan {
  return {
    ...emptyPlan(),
    halls: byId([hall]),
    booths: byId(demoBooths()),
    walls: byId(demoWalls()),
    columns: byId(demoColumns()),
    exits: byId(demoExits()),
    sectors: byId(DEFAULT_SECTORS),
    stages: byId(demoStages()),
    meetingPoints: byId([partnerMeetingPoint]),
  }
}
