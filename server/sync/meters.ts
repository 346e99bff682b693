import { Histogram } from 'prom-client'
import { CLOSE } from '#shared/protocol/sync'
import type { EndReason } from './wire/connection'

/** Why the server ended a connection: by a code, or without a word. */
export type CountedEnd = EndReason | 'noAnswer' | 'notReading'

const ENDS: readonly CountedEnd[] = [
  ...(Object.keys(CLOSE) as (keyof typeof CLOSE)[]),
  ...(['later', 'leaving', 'noAnswer', 'notReading'] as const),
]
/** In seconds: fine below the frame of a screen, coarse where somebody waits. */
const SECONDS = [0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.125, 0.25, 0.5, 1, 2.5, 5, 10]

/** What live editing counts as it goes. Nothing here is of a person or of a fair. */
export class SyncMeters {
  readonly stored = new Histogram({
    name: 'beursvloer_sync_edit_stored_seconds',
    help: 'From the receipt of an edit until it is on disk',
    buckets: SECONDS,
    registers: [],
  })
  readonly sent = new Histogram({
    name: 'beursvloer_sync_edit_sent_seconds',
    help: 'From the receipt of an edit until it is handed to the sockets of everyone else here',
    buckets: SECONDS,
    registers: [],
  })
  readonly commitRows = new Histogram({
    name: 'beursvloer_sync_commit_rows',
    help: 'Edits that one commit stored',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2000],
    registers: [],
  })
  readonly ends = new Map<CountedEnd, number>(ENDS.map((reason) => [reason, 0]))
  failedCommits = 0

  ended(reason: CountedEnd): void {
    this.ends.set(reason, (this.ends.get(reason) ?? 0) + 1)
  }
}
