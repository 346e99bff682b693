// Builds everything: pages (Remix), small scripts and service worker (islands), server bundle, migrations beside it.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import { STAMP, sourceFingerprint } from './fingerprint.mjs'

process.env.NODE_ENV = 'production'
await rm('dist', { recursive: true, force: true })
execFileSync(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn'], {
  stdio: 'inherit',
})

const ISLANDS = 'app/islands'
const islands = {}
for (const file of (await readdir(ISLANDS)).filter((name) => name.endsWith('.ts'))) {
  const name = path.basename(file, '.ts')
  const result = await build({
    entryPoints: [path.join(ISLANDS, file)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const code = result.outputFiles[0].contents
  const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8)
  // The service worker keeps its name, so that browsers find its successor.
  const address = name === 'sw' ? 'sw.js' : `assets/${name}-${hash}.js`
  await mkdir('build/client/assets', { recursive: true })
  await writeFile(`build/client/${address}`, code)
  islands[name] = `/${address}`
}
await writeFile('build/islands.json', JSON.stringify(islands))

await build({
  entryPoints: {
    server: 'server/index.ts',
    signInLink: 'server/cli/signInLink.ts',
    backup: 'server/cli/backup.ts',
    restore: 'server/cli/restore.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
})
await cp('server/db/migrations', 'dist/migrations', { recursive: true })
await readFile('dist/server.mjs')
await writeFile(STAMP, await sourceFingerprint())
