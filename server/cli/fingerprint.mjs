// Tells whether the build belongs to the sources that lie here.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

export const STAMP = 'dist/.sources'
const FOLDERS = ['app', 'server', 'shared', 'public']
const FILES = ['package-lock.json', 'remix.config.js', 'tsconfig.json', 'vite.config.ts']

export async function sourceFingerprint() {
  const hash = createHash('sha256')
  const files = [...FILES]
  for (const folder of FOLDERS) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    files.push(
      ...entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name)),
    )
  }
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(await readFile(file))
      .update('\0')
  return hash.digest('hex')
}

export async function buildIsFresh() {
  const stamp = await readFile(STAMP, 'utf8').catch(() => null)
  return stamp !== null && stamp === (await sourceFingerprint())
}
