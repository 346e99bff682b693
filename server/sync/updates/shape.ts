import { RECORD_KINDS } from '#shared/document/records'
import { MalformedError } from './byteReader'
import { CONTENT_KIND, type StructHead } from './scanUpdate'

/** A type's number for Y.Map. */
const MAP = 1
const ROOTS: ReadonlySet<string> = new Set(['meta', ...RECORD_KINDS])
const KINDS: ReadonlySet<number> = new Set([
  CONTENT_KIND.deleted,
  CONTENT_KIND.binary,
  CONTENT_KIND.type,
  CONTENT_KIND.any,
])

export interface Id {
  client: number
  clock: number
}

/**
 * What the fair document is made of: top-level maps of known names, in them maps, in those plain values. Whoever writes anything
 * else can make all readers hang or fail for ever with one small update (measured with Yjs 13.6.33): maps 10,000 deep
 * exhaust the stack of whoever deletes the outermost; 30,000 values under one key, each without a look at the one before,
 * take 8 s to read, and four times that for twice as many. Records whose values make no sense are another matter: readers
 * ignore those.
 */
export class ShapeCheck {
  /** What maps that take the place of something replace: that must stand in a top-level map itself. */
  readonly replaced: Id[] = []
  private readonly firsts = new Set<string>()

  /** Throws MalformedError. */
  readonly visit = ({ client, kind, type, origin, hasRightOrigin, root, parent, key }: StructHead): void => {
    if (!KINDS.has(kind) || (kind === CONTENT_KIND.type && type !== MAP)) throw new MalformedError('foreign content')
    if (hasRightOrigin) throw new MalformedError('part of a list')
    if (origin === null) {
      if (key === null) throw new MalformedError('part of a list')
      if (root !== null && !ROOTS.has(root)) throw new MalformedError('unknown map')
      if (root === null && kind === CONTENT_KIND.type) throw new MalformedError('nested too deep')
      const place = `${client} ${root ?? `${parent?.client} ${parent?.clock}`} ${key}`
      if (this.firsts.has(place)) throw new MalformedError('the same key anew')
      this.firsts.add(place)
    } else if (kind === CONTENT_KIND.type) this.replaced.push(origin)
  }
}
