/** What a client sent does not have the shape it must have. */
export class MalformedError extends Error {
  override name = 'MalformedError'
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads lib0's encoding, and never past the end of what it was given: a frame is often a view on a larger buffer. */
export class ByteReader {
  pos = 0

  constructor(readonly bytes: Uint8Array) {}

  get done(): boolean {
    return this.pos === this.bytes.length
  }

  byte(): number {
    const byte = this.bytes[this.pos++]
    if (byte === undefined) throw new MalformedError('ends too early')
    return byte
  }

  varUint(): number {
    let value = 0
    let factor = 1
    for (;;) {
      const byte = this.byte()
      value += (byte & 0x7f) * factor
      // Not `>`: with enough bytes the factor is infinite, and the value no number.
      if (!(value <= Number.MAX_SAFE_INTEGER)) throw new MalformedError('number too large')
      if (byte < 0x80) return value
      factor *= 128
    }
  }

  /** A signed varint, whose value nobody here needs. */
  skipVarInt(): void {
    let value = 0
    let factor = 1
    for (let byte = this.byte(), bits = 0x3f, more = 0x80; ; byte = this.byte(), bits = 0x7f) {
      value += (byte & bits) * factor
      if (!(value <= Number.MAX_SAFE_INTEGER)) throw new MalformedError('number too large')
      if (byte < more) return
      factor *= bits + 1
    }
  }

  skip(length: number): void {
    if (length > this.bytes.length - this.pos) throw new MalformedError('ends too early')
    this.pos += length
  }

  /** A view, not a copy. */
  varBytes(): Uint8Array {
    const length = this.varUint()
    const start = this.pos
    this.skip(length)
    return this.bytes.subarray(start, this.pos)
  }

  varString(): string {
    try {
      return utf8.decode(this.varBytes())
    } catch (error) {
      throw error instanceof MalformedError ? error : new MalformedError('not UTF-8')
    }
  }

  varJson(): unknown {
    try {
      return JSON.parse(this.varString())
    } catch (error) {
      throw error instanceof MalformedError ? error : new MalformedError('not JSON')
    }
  }
}
