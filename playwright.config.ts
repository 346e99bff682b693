import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { findBrowser } from './tests/helpers/findBrowser.mjs'

const PORT = Number(process.env.E2E_PORT ?? 3219)
// Workers load this file too: the folder is made once and handed on.
if (!process.env.E2E_DATA_DIR) {
  process.env.E2E_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'beursvloer-e2e-'))
  // The database's own user must be able to enter when the journeys run as root.
  chmodSync(process.env.E2E_DATA_DIR, 0o755)
}

/** Journeys run against the production build, with the demo fair on a database of their own. */
export default defineConfig({
  testDir: 'tests/e2e',
  globalTeardown: './tests/e2e/teardown.ts',
  workers: 2,
  // Two browsers and a server on two cores: a journey that fails once is run again and reported as flaky; twice is a failure.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-dev-shm-usage',
      ],
    },
  },
  webServer: {
    command: 'node dist/server.mjs',
    url: `http://127.0.0.1:${PORT}/health`,
    env: { NODE_ENV: 'production', PORT: String(PORT), DATA_DIR: process.env.E2E_DATA_DIR, LOG_LEVEL: 'warn' },
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    stdout: 'pipe',
  },
})
