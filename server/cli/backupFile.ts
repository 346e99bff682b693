import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { link, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Sink } from './backupDatabase'
import { Refusal } from './backupFormat'

export interface BackupFileOptions {
  /** Takes the place of a file of that name. */
  force: boolean
  signal: AbortSignal
}

/** Codes of file systems that know no hard links. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])

/**
 * Writes a gzipped file that is there whole or not at all: beside its place first, readable by its owner only, and moved there
 * once it is on disk. Returns its size in bytes. Errors: there is one already, or the disk's.
 */
export async function writeBackupFile(
  file: string,
  { force, signal }: BackupFileOptions,
  write: (sink: Sink) => Promise<void>,
): Promise<number> {
  if (!force) await requireFree(file)
  const unfinished = `${file}.${process.pid}.unfinished`
  const gzip = createGzip()
  const written = pipeline(gzip, createWriteStream(unfinished, { mode: 0o600, flags: 'wx', flush: true }), { signal })
  written.catch(() => {})
  try {
    await write(async (bytes) => {
      signal.throwIfAborted()
      if (!gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), written])
    })
    gzip.end()
    await written
    const { size } = await stat(unfinished)
    await moveInPlace(unfinished, file, force)
    await syncFolder(path.dirname(file))
    return size
  } catch (error) {
    gzip.destroy()
    await written.catch(() => {})
    await rm(unfinished, { force: true })
    throw error
  }
}

async function requireFree(file: string): Promise<void> {
  const there = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (there) throw new Refusal(`${file} exists already. Give another name, or --force to replace it.`)
}

/** Without `force` also a file that came meanwhile stays. */
async function moveInPlace(from: string, to: string, force: boolean): Promise<void> {
  if (!force) {
    try {
      await link(from, to)
      return await rm(from)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? ''
      if (code !== 'EEXIST' && !NO_LINKS.has(code)) throw error
      await requireFree(to)
    }
  }
  await rename(from, to)
}

/** The name too has to be on disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
