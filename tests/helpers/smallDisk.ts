import { execFileSync } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { isGone } from './processTable'
import { removeFolder, temporaryFolder } from './serverProcess'

/** A disk for a database, which can be made full. */
export interface FullableDisk {
  /** In words, for the report. */
  how: string
  folder: string
  /** No more fits. `pids` are those who write. */
  fill(pids: readonly number[]): Promise<void>
  free(pids: readonly number[]): Promise<void>
  remove(): Promise<void>
}

const SIZE_MB = 128
const MIB = Buffer.alloc(2 ** 20)

/** A small file system in memory where this process may mount one; else a limit on how far into any file the writers get. */
export async function fullableDisk(): Promise<FullableDisk> {
  const folder = await temporaryFolder()
  const refused = mount(folder)
  if (refused === null) return smallFileSystem(folder)
  return limitedWriters(folder, refused)
}

function mount(folder: string): string | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m,mode=755`, 'tmpfs', folder], { stdio: 'pipe' })
    return null
  } catch (error) {
    return (error as Error).message.trim().split('\n').at(-1) ?? 'refused'
  }
}

function smallFileSystem(folder: string): FullableDisk {
  const ballast = path.join(folder, 'ballast')
  return {
    how: `a file system of ${SIZE_MB} MB`,
    folder,
    fill: async () => {
      const file = openSync(ballast, 'a')
      try {
        for (let piece = MIB; piece.length > 0; ) {
          try {
            writeSync(file, piece)
          } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
            piece = piece.subarray(0, piece.length >> 1)
          }
        }
      } finally {
        closeSync(file)
      }
    },
    free: () => rm(ballast, { force: true }),
    remove: async () => {
      execFileSync('umount', ['--lazy', folder])
      await removeFolder(folder)
    },
  }
}

/** RLIMIT_FSIZE: PostgreSQL ignores the signal, and its writes fail as on a full disk (EFBIG instead of ENOSPC). */
function limitedWriters(folder: string, refused: string): FullableDisk {
  const limit = async (pids: readonly number[], soft: string) => {
    for (const pid of pids) {
      try {
        // Another user's limits are not even root's to change in most containers; one's own are.
        const { uid, gid } = await stat(`/proc/${pid}`)
        execFileSync('prlimit', ['--pid', String(pid), `--fsize=${soft}:`], { uid, gid, stdio: 'pipe' })
      } catch (error) {
        // A server that could not write may have ended meanwhile.
        if (!isGone(pid)) throw error
      }
    }
  }
  return {
    how: `writes that fail beyond 64 KiB of any file (no file system could be mounted: ${refused})`,
    folder,
    fill: (pids) => limit(pids, String(64 * 1024)),
    free: (pids) => limit(pids, 'unlimited'),
    remove: () => removeFolder(folder),
  }
}
