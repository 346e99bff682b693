/** Line icons on a 20 px grid, drawn with the text colour. */
const PATHS = {
  back: 'M12 4 6 10l6 6',
  undo: 'M7 4 3.5 7.5 7 11M3.5 7.5H12a4.5 4.5 0 0 1 0 9H8',
  redo: 'm13 4 3.5 3.5L13 11m3.5-3.5H8a4.5 4.5 0 0 0 0 9h4',
  select: 'M5 3.5 15.5 9l-4.6 1.4L8.6 15z',
  hand: 'M6 10.5V6a1.2 1.2 0 0 1 2.4 0v3.5V4.4a1.2 1.2 0 0 1 2.4 0v5V5.2a1.2 1.2 0 0 1 2.4 0v5V7.4a1.2 1.2 0 0 1 2.3 0V12c0 3-2 5-4.7 5-2.2 0-3.4-.9-4.5-2.7L4 10.7c-.8-1.3.9-2.3 1.8-1.2z',
  booth: 'M4 5h12v10H4zM4 12.5h12',
  rows: 'M3 4.5h4v4H3zM8 4.5h4v4H8zM13 4.5h4v4h-4zM3 11.5h4v4H3zM8 11.5h4v4H8zM13 11.5h4v4h-4z',
  wall: 'M3 13 14 2.8M6 17 17 6.8M3 13l3 4M14 2.8l3 4',
  column: 'M6 6h8v8H6zM6 6l8 8M14 6l-8 8',
  exit: 'M11 4H5v12h6M9 10h8m-3-3 3 3-3 3',
  stage: 'M3 13.5h14M5 13.5v3M15 13.5v3M4 4h12v6H4z',
  meetingPoint:
    'M10 17s5-4.7 5-8.6A5 5 0 0 0 5 8.4C5 12.3 10 17 10 17zM10 10.2a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  sector: 'M5 11.5 11.5 5l3.5 3.5L8.5 15H5zM11.5 5l1.6-1.6a1.2 1.2 0 0 1 1.7 0L16.6 5.200a1.2 1.2 0 0 1 0 1.7L15 8.5',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  fit: 'M3.5 7.500v-4h4M12.5 3.500h4v4M16.5 12.500v4h-4M7.5 16.500h-4v-4',
  grid: 'M3.5 3.500h13v13h-13zM3.5 8h13M3.5 12h13M8 3.500v13M12 3.500v13',
  magnet: 'M5 4h3v6a2 2 0 1 0 4 0V4h3v6a5 5 0 0 1-10 0zM5 7h3M12 7h3',
  table: 'M3 4.500h14v11H3zM3 8.500h14M8 8.500v7',
  problem: 'M10 3.5 17.5 16.500h-15zM10 8.500v3.500M10 14.200v.3',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.8 10.500h7.400L14.5 6',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  chevron: 'm6 8 4 4 4-4',
  close: 'm5 5 10 10M15 5 5 15',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  offline: 'M3 3l14 14M6 8.500A4 4 0 0 0 6.5 16H14M8.5 5.600A5 5 0 0 1 15 9.500a3.3 3.3 0 0 1 2 4',
  sync: 'M16 8A6.5 6.5 0 0 0 4.5 6.500M4 3.500v3.500h3.500M4 12a6.5 6.5 0 0 0 11.5 1.500M16 16.500V13h-3.5',
  blocked: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM5.2 5.200l9.6 9.6',
  help: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM8 8a2 2 0 1 1 3 1.700c-.7.4-1 .800-1 1.600M10 13.700v.1',
  hall: 'M3 8 10 3.5 17 8v8.500H3zM8 16.500v-5h4v5',
  rotate: 'M15.5 9.5A5.5 5.5 0 1 1 10 4.5h3M10.5 2 13 4.5 10.5 7',
  panel: 'M3 4.500h14v11H3zM12 4.500v11',
  edit: 'M4 16l.8-3.500L13 4.300l2.7 2.7-8.2 8.200z',
  download: 'M10 3.500v9M6.5 9.5 10 13l3.5-3.500M4 16.500h12',
  jump: 'M10 6.500a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 2.500v3M10 14.500v3M2.5 10h3M14.5 10h3',
  columns: 'M3.5 4h3.700v12H3.500zM8.200 4h3.700v8H8.200zM12.900 4h3.600v10h-3.600z',
  sheet: 'M5 3h7.500L15.500 6v11H5zM8 8h5M8 11h5M8 14h3',
  filter: 'M3.500 5h13M6 10h8M8.500 15h3',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l2.700 1.700',
  tray: 'M3.500 12.500 5.500 5h9l2 7.500V16h-13zM3.500 12.500h4l1 1.700h3l1-1.700h4',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
