import { MAX_UPDATE_BYTES } from '#shared/document/patch'

const MIB = 2 ** 20

/** Sockets that one process takes: in all, and of one account (many windows, or a program with many readers). */
export const MAX_CONNECTIONS = 10_000
export const MAX_CONNECTIONS_PER_ACCOUNT = 1000

/** A whole frame: the largest update and its header. */
export const MAX_FRAME_BYTES = MAX_UPDATE_BYTES + 16
/** Frames up to here are read so that the socket can be closed with the right code; beyond, the socket closes at once. */
export const MAX_READ_BYTES = 2 * MAX_FRAME_BYTES

/** Pieces of one message: browsers cut large ones into pieces of 128 kB. */
export const MAX_FRAGMENTS = 1024

/** What one connection may send: so much at once, so much a second. Beyond, it is not read from until it may again. */
export const FRAME_RATE = { burst: 5000, perSecond: 2000 }
export const BYTE_RATE = { burst: 16 * MIB, perSecond: 4 * MIB }
/** Bytes of one connection that wait to be stored, above which it is not read from. */
export const MAX_UNSTORED_BYTES = 4 * MIB

/** Bytes that wait in a socket for a slow reader, above which it is sent no more, but the whole once it has caught up. */
export const MAX_UNSENT_BYTES = 4 * MIB

/** One person's cursor, selection and ghosts; and ids for which one connection may speak (a browser's tabs share). */
export const MAX_PRESENCE_BYTES = 64 * 1024
export const MAX_PRESENCE_IDS = 64
/** Every client compares what it hears with what it knew, a function call a level. */
export const MAX_PRESENCE_DEPTH = 32
/** Ids of a room that fell silent and are remembered, so that echoes do not raise them again. */
export const MAX_GONE_IDS = 10_000

/** Questions make the server work more than other frames: each counts for so many, and its answer's bytes as if they were sent. */
export const QUESTION_FRAMES = 200
/** Clients that a state vector names; a fair that was planned for a year by many has some thousands. */
export const MAX_VECTOR_CLIENTS = 100_000
/** Clients that a fair takes, so that whoever asks stays below that; and of one update (somebody back from a lost fair). */
export const MAX_CLIENTS = 50_000
export const MAX_NEW_CLIENTS = 1000
/** Ranges of deleted clocks that a fair takes: at most about as many as it has values. To encode them takes 0.1 ms a thousand. */
export const MAX_DELETED_RANGES = 250_000

/** One statement stores at most so much. */
export const COMMIT_ENTRIES = 2000
export const COMMIT_BYTES = 8 * MIB
/** A commit that takes longer counts as failed: whoever waits for it comes back and sends again. */
export const COMMIT_PATIENCE_MS = 10_000
/** From one commit's start to the next one's, longer by 1 ms for each row of the last: what comes in between goes together. */
export const COMMIT_TICK_MS = { least: 5, most: 16 }

/** Cursors wait at most so long; where edits go out sooner, they go along. */
export const PRESENCE_TICK_MS = 16

/** The stock provider gives a connection up that says nothing for 30 s; a peer that answers no two pings is gone. */
export const HEARTBEAT_MS = 12_000
/** Heartbeats after which a reader that is behind and has still not caught up is cut off. */
export const MAX_BEHIND_BEATS = 10
/** How long a connection may take to prove that it is still there. */
export const PROBE_MS = 3000

/** Booth rows follow this long after a commit; those that another process will project itself, only if it did not. */
export const PROJECTION_DELAY_MS = 150
export const PROJECTION_DELAY_OTHERS_MS = 1500
export const PROJECTION_RETRY_MS = 2000

/** Rights are looked at again this often, in one statement, beside every time that somebody says they changed. */
export const RECHECK_MS = 5000
/** Newcomers that are looked at, and rooms that are opened for them, at once. Each takes a connection to the database: 2 MB there. */
export const DOOR_WIDTH = 4
/** Time to find out who somebody is and to open the room. */
export const ADMISSION_PATIENCE_MS = 15_000

/** Time for the other side to answer a closing; without an answer the socket is cut off. */
export const END_PATIENCE_MS = 3000
/** Time for everyone to say goodbye when the process ends. */
export const CLOSING_PATIENCE_MS = 500

/** An empty room is kept open for so long. */
export const ROOM_IDLE_MS = 30_000

/** Log rows since the last snapshot that make a new one worth it: in a quiet moment, on leaving, in any case; tried this often. */
export const SNAPSHOT = {
  quietRows: 500,
  leavingRows: 50,
  anyRows: 10_000,
  quietMs: 3000,
  checkMs: 2000,
  everyMs: 10_000,
}
