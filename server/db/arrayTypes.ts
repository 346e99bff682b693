/**
 * Array types by their fixed numbers in PostgreSQL's catalogue. The driver (postgres.js 3.4.9) would ask the server for them
 * on every new connection, and a connection that is lost during that question ends the process: the rejection is nobody's.
 */
const TEXT_ARRAY = 1009
const BIGINT_ARRAY = 1016
export const BYTEA_ARRAY = 1001

type Item = string | number | Uint8Array | null

/** One dimension, every item quoted. */
function arrayLiteral(items: readonly Item[]): string {
  const literals = items.map((item) => (item === null ? 'null' : `"${textOf(item).replaceAll(/["\\]/g, '\\$&')}"`))
  return `{${literals.join(',')}}`
}

const textOf = (item: string | number | Uint8Array): string =>
  item instanceof Uint8Array
    ? `\\x${Buffer.from(item.buffer, item.byteOffset, item.byteLength).toString('hex')}`
    : String(item)

const ITEM = /"((?:[^"\\]|\\.)*)"|([^,{}]+)/gs

function readArray(literal: string): (string | null)[] {
  return [...literal.matchAll(ITEM)].map(([, quoted, bare]) => {
    if (quoted !== undefined) return quoted.replaceAll(/\\(.)/gs, '$1')
    return bare === undefined || bare === 'NULL' ? null : bare
  })
}

const arrayType = (type: number, parse: (literal: string) => unknown) => ({
  to: type,
  from: [type],
  serialize: arrayLiteral,
  parse,
})

export const arrayTypes = {
  textArray: arrayType(TEXT_ARRAY, readArray),
  bigintArray: arrayType(BIGINT_ARRAY, (literal) =>
    readArray(literal).map((item) => (item === null ? null : Number(item))),
  ),
  byteaArray: arrayType(BYTEA_ARRAY, (literal) =>
    readArray(literal).map((item) => (item === null ? null : Buffer.from(item.slice(2), 'hex'))),
  ),
}
