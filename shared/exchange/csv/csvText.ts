import Papa from 'papaparse'

/** Signs that make spreadsheets take a cell for a formula, with any apostrophes before them, and their wide forms. */
const FORMULA = /^'*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/
const GUARDED = /^'(?='*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20])/

/** An apostrophe in front keeps a spreadsheet from calculating what somebody wrote; taken away again on reading. */
export const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)
export const unguarded = (cell: string): string => cell.replace(GUARDED, '')

const BYTE_ORDER_MARK = '\uFEFF'

/** RFC 4180: commas, CRLF, quotes where needed. The byte order mark tells Excel that it is UTF-8. */
export function writeCsv(
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  { byteOrderMark = true }: { byteOrderMark?: boolean } = {},
): string {
  const cells = [columns, ...rows].map((row) => row.map((cell) => guarded(cell === null ? '' : String(cell))))
  return `${byteOrderMark ? BYTE_ORDER_MARK : ''}${Papa.unparse(cells, { newline: '\r\n' })}\r\n`
}

export interface CsvTable {
  columns: string[]
  rows: string[][]
  /** Numbers of lines (the head is 1) whose cells are not as many as the columns, or that a quote spoils. */
  spoilt: number[]
}

/** A table with a head; commas, semicolons, tabs or bars, whichever it uses (Excel may say so in a first line). Null when there is no head. */
export function readCsv(text: string): CsvTable | null {
  const [hint, delimiter] = /^sep=(.)\r?\n/.exec(text.replace(/^\uFEFF/, '')) ?? []
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').slice(hint?.length ?? 0), {
    skipEmptyLines: 'greedy',
    ...(delimiter === undefined ? {} : { delimiter }),
  })
  const [head, ...rows] = data
  if (!head || head.every((cell) => cell.trim() === '')) return null
  const ragged = rows.flatMap((row, index) => (row.length > head.length ? [index + 2] : []))
  const quotes = errors.filter(({ type }) => type === 'Quotes').map(({ row }) => (row ?? 0) + 1)
  return {
    columns: head.map((cell) => cell.trim()),
    rows: rows.map((row) => row.map(unguarded)),
    spoilt: [...new Set([...ragged, ...quotes])].sort((a, b) => a - b),
  }
}
