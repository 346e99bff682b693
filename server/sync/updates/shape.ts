import { RECORD_KINDS } from '#shared/document/records'
import { MalformedError } from './byteReader'
import { Coverage } from './coverage'
import { CONTENT_KIND, type DeletedRange, type ScannedUpdate, type StructHead } from './scanUpdate'

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

/** Some 10 ms; who comes back after a year with the work of three people takes some hundreds. */
const MAX_STEPS = 100_000

interface Link {
  clock: number
  on: Id
}

/**
 * What the fair document is made of: top-level maps of known names, in them maps, in those plain values. Whoever writes anything
 * else can make all readers hang or fail for ever with one small update (measured with Yjs 13.6.33): maps 10,000 deep
 * exhaust the stack of whoever deletes the outermost; 30,000 values under one key, each without a look at the one before,
 * take 8 s to read, and four times that for twice as many; a value of several parts in a map, cut in two, makes readers throw
 * when that map goes. Records whose values make no sense are another matter: readers ignore those.
 */
export class ShapeCheck {
  /** What maps that take the place of something replace: that must stand in a top-level map itself. */
  readonly replaced: Id[] = []
  private readonly places = new Set<string>()
  /** Values of several parts: what somebody wrote one after the other under one key. It is gone by now; the last one stands alone. */
  private readonly several: DeletedRange[] = []
  /** What builds on another client's, by client, in order. */
  private readonly links = new Map<number, Link[]>()

  /** Throws MalformedError. */
  readonly visit = (head: StructHead): void => {
    const { client, clock, length, kind, type, origin, hasRightOrigin, root, parent, key } = head
    if (!KINDS.has(kind) || (kind === CONTENT_KIND.type && type !== MAP)) throw new MalformedError('foreign content')
    if (hasRightOrigin) throw new MalformedError('part of a list')
    const on = origin ?? parent
    if (on !== null && on.client !== client) this.link(client, { clock, on })
    if (kind === CONTENT_KIND.any && length > 1) this.several.push({ client, clock, end: clock + length })
    if (origin === null) {
      if (key === null) throw new MalformedError('part of a list')
      if (root !== null && !ROOTS.has(root)) throw new MalformedError('unknown map')
      if (root === null && kind === CONTENT_KIND.type) throw new MalformedError('nested too deep')
      this.takePlace(`${client} ${root ?? `${parent?.client} ${parent?.clock}`} ${key}`)
    } else {
      // What somebody writes next comes after what they wrote last.
      this.takePlace(`${client} ${origin.client} ${origin.clock}`)
      if (kind === CONTENT_KIND.type) this.replaced.push(origin)
    }
  }

  /** To be called once all has been visited. Throws MalformedError. */
  finish({ deletes }: ScannedUpdate): void {
    if (isCircular(this.links)) throw new MalformedError('builds on itself')
    if (this.several.length === 0) return
    const gone = new Coverage()
    gone.add({ runs: [], deletes })
    if (!this.several.every((range) => gone.isDeleted(range))) throw new MalformedError('several values at once')
  }

  private link(client: number, link: Link): void {
    const links = this.links.get(client)
    if (links) links.push(link)
    else this.links.set(client, [link])
  }

  private takePlace(place: string): void {
    if (this.places.has(place)) throw new MalformedError('the same place anew')
    this.places.add(place)
  }
}

/** Two clients' structs that wait for each other would wait in every reader for ever. So tangled that it takes long is as bad. */
function isCircular(links: ReadonlyMap<number, readonly Link[]>): boolean {
  if (links.size < 2) return false
  const done = new Map<number, number>()
  const next = (client: number) => links.get(client)?.[done.get(client) ?? 0]
  let steps = 0
  for (let moved = true; moved; ) {
    moved = false
    for (const client of links.keys()) {
      if (++steps > MAX_STEPS) return true
      for (
        let link = next(client);
        link && link.on.clock < (next(link.on.client)?.clock ?? Infinity);
        link = next(client)
      ) {
        done.set(client, (done.get(client) ?? 0) + 1)
        moved = true
      }
    }
  }
  return [...links].some(([client, list]) => (done.get(client) ?? 0) < list.length)
}
