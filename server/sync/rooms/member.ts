import type { Actor } from '#shared/access/roles'
import type { AccountId } from '#shared/kernel/ids'
import { BYTE_RATE, FRAME_RATE, MAX_FRAME_BYTES, MAX_UNSTORED_BYTES, QUESTION_FRAMES } from '../limits'
import { type ScannedUpdate, scanUpdate } from '../updates/scanUpdate'
import { ShapeCheck } from '../updates/shape'
import type { Connection, EndReason } from '../wire/connection'
import { ackFrame, type Frame, stepOneFrame } from '../wire/frames'
import { createBucket } from '../wire/rate'
import { readMessage } from '../wire/readMessage'
import { colourOf } from './colour'
import type { Speaker } from './presence'
import type { Room } from './room'

export interface Admitted {
  actor: Actor & { accountId: AccountId }
  /** Hash of the session's token: what it writes is stored only while that is valid. */
  session: Uint8Array
  /** Whether the client wants acknowledgements, names and repairs told. */
  asksMore: boolean
}

/** One connection in a room: what it says, and how much of that is on disk. */
export class Member implements Speaker {
  readonly accountId: AccountId
  readonly name: string
  readonly colour: number
  private readonly takeFrames = createBucket(FRAME_RATE)
  private readonly takeBytes = createBucket(BYTE_RATE)
  /** Frames with edits so far, which is what acknowledgements count. */
  private received = 0
  private waitingBytes = 0
  /** It was asked for everything that the room lacks, and has not answered yet. */
  private awaitsAnswer = true
  /** The first frame that was set aside because its answer will bring the same. */
  private setAside: number | null = null
  /** No frame before this one may be acknowledged by itself. */
  private answeredBy = 0

  constructor(
    readonly connection: Connection,
    readonly room: Room,
    readonly admitted: Admitted,
  ) {
    this.accountId = admitted.actor.accountId
    this.name = admitted.actor.name
    this.colour = colourOf(this.accountId)
  }

  /** Bytes that it sent and that are not on disk yet. */
  get unstoredBytes(): number {
    return this.waitingBytes
  }

  enter(): void {
    this.connection.start({
      onFrame: (bytes) => this.hear(bytes),
      onControl: () => this.slowDown({ frames: 1, bytes: 0 }),
      onCaughtUp: () => this.room.tellAll(this),
    })
    this.connection.onClosed(() => this.room.leave(this))
    this.send(stepOneFrame(this.room.stateVector()))
    this.room.enter(this)
  }

  send(frame: Frame): void {
    this.connection.send(frame)
  }

  /** What it asked for. */
  answer(frame: Frame): void {
    this.slowDown({ frames: QUESTION_FRAMES, bytes: frame.length })
    this.send(frame)
  }

  end(reason: EndReason): void {
    this.connection.end(reason)
  }

  probe(): void {
    this.connection.probe()
  }

  /** The first `count` frames with edits are on disk. */
  acknowledge(count: number): void {
    if (!this.admitted.asksMore || count < this.answeredBy) return
    if (this.setAside !== null && count >= this.setAside) return
    this.send(ackFrame(count))
  }

  stored(bytes: number): void {
    this.waitingBytes -= bytes
    if (this.waitingBytes <= MAX_UNSTORED_BYTES) this.connection.release('storing')
  }

  private hear(frame: Uint8Array): void {
    if (frame.length > MAX_FRAME_BYTES) {
      this.end('tooLarge')
      return
    }
    this.slowDown({ frames: 1, bytes: frame.length })
    const message = readMessage(frame)
    switch (message.kind) {
      case 'ask':
        this.room.ask(this, message.has)
        break
      case 'askPresence':
        this.room.answerPresence(this)
        break
      case 'presence': {
        const verdict = this.room.presence.hear(this, message.entries)
        if (verdict !== 'ok') this.end(verdict)
        break
      }
      case 'edits':
        this.hearEdits(message.bytes, message.answer)
    }
  }

  private hearEdits(bytes: Uint8Array, isAnswer: boolean): void {
    this.received++
    // A copy: the frame is a view on what the socket read, which would be kept as a whole.
    const shape = new ShapeCheck()
    const scanned = scanUpdate(Buffer.from(bytes), shape.visit)
    shape.finish(scanned)
    const verdict = this.room.judge(scanned)
    if (verdict === 'incomplete') {
      if (isAnswer) this.end('malformed')
      else this.askAgain()
      return
    }
    if (isAnswer) this.takeAnswer()
    if (verdict === 'known') {
      this.room.append(this, this.received, null)
      return
    }
    const update = this.room.fit(scanned)
    if (!this.mayWrite(update, shape)) return
    this.waitingBytes += update.bytes.length
    if (this.waitingBytes > MAX_UNSTORED_BYTES) this.connection.hold('storing')
    this.room.append(this, this.received, update)
  }

  /** Ends the connection where it may not. */
  private mayWrite(update: ScannedUpdate, { replaced }: ShapeCheck): boolean {
    if (!this.room.mayGrow(update) || !this.room.mayReplace(update, replaced)) {
      this.end('malformed')
      return false
    }
    // Written ahead of somebody who is here, it would make the room take that person's next edits for known.
    if (update.runs.some(({ client }) => this.room.presence.isOfOther(client, this.accountId))) {
      this.end('awarenessOfOther')
      return false
    }
    return true
  }

  /**
   * The update builds on others that the room has not got: from a tab beside it, or from before this connection, when the
   * client's answer is still under way. Asked for everything, the client sends those and this one together.
   */
  private askAgain(): void {
    this.setAside ??= this.received
    if (this.awaitsAnswer) return
    this.awaitsAnswer = true
    this.send(stepOneFrame(this.room.stateVector()))
  }

  private takeAnswer(): void {
    this.awaitsAnswer = false
    if (this.setAside === null) return
    this.setAside = null
    this.answeredBy = this.received
  }

  private slowDown({ frames, bytes }: { frames: number; bytes: number }): void {
    const wait = Math.max(this.takeFrames(frames), this.takeBytes(bytes))
    if (wait === 0) return
    this.connection.hold('rate')
    setTimeout(() => this.connection.release('rate'), wait).unref()
  }
}
