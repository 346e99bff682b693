import * as Y from 'yjs'
import { CLIENT_BASE, CLOCKS_PER_EDIT } from './plan.mjs'
import { awarenessClocks } from './protocol.mjs'

/** Identical messages reach many clients of this thread: each distinct payload is decoded once. */
export class DecodeCache {
  constructor(codec, capacity = 50000) {
    this.codec = codec
    this.recent = new Map() // by hash; two generations, so that old entries go without bookkeeping
    this.older = new Map()
    this.capacity = capacity
    this.nextId = 0
  }

  decode(payload) {
    let hash = payload.length
    const edge = Math.min(24, payload.length)
    for (let i = 0; i < edge; i++) {
      hash = (Math.imul(hash ^ payload[i], 16777619) ^ payload[payload.length - 1 - i]) | 0
    }
    const known = this.recent.get(hash) ?? this.older.get(hash)
    if (known?.payload.equals(payload)) return known
    const copy = Buffer.from(payload)
    const { kind, body } = this.codec.parse(copy)
    const decoded = { id: this.nextId++, kind, payload: copy, update: null, edits: [], seeds: false, cursors: [] }
    if (kind === 'update' || kind === 'step2') {
      decoded.update = body
      for (const [id, end] of Y.parseUpdateMeta(body).to) {
        if (id >= CLIENT_BASE) decoded.edits.push([id - CLIENT_BASE, end / CLOCKS_PER_EDIT])
        else decoded.seeds = true
      }
    } else if (kind === 'awareness') {
      decoded.cursors = awarenessClocks(body).map(([id, n]) => [id - CLIENT_BASE, n])
    }
    if (this.recent.size >= this.capacity) {
      this.older = this.recent
      this.recent = new Map()
    }
    this.recent.set(hash, decoded)
    return decoded
  }
}
