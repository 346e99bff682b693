import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** A comment inside a library, and routes that have no page: nothing to act upon. */
const EXPECTED_WARNINGS = new Set(['INVALID_ANNOTATION', 'EMPTY_BUNDLE'])

export default defineConfig(({ command }) => ({
  plugins: [remix(remixConfig)],
  resolve: { alias: { '~': folder('./app'), '#shared': folder('./shared'), '#server': folder('./server') } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rollupOptions: {
      onwarn(warning, report) {
        if (!EXPECTED_WARNINGS.has(warning.code ?? '')) report(warning)
      },
    },
  },
  // One file to load halves the start in production; in development Node must load CommonJS packages itself.
  ssr: command === 'build' ? { noExternal: true, external: ['react', 'react-dom'] } : {},
  optimizeDeps: {
    entries: ['./app/entry.client.tsx', './app/root.tsx', './app/routes/**/*.tsx', './app/**/*.client.tsx'],
  },
}))
