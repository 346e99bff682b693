// Finds a Chromium for the browser journeys, or installs one; never gives up silently.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const onPath = () =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
    .find(isProgram)

const playwrightsOwn = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined)

const run = (command, args) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status ===
  0

function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  if (!run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])) {
    run('apt-get', ['update'])
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
  }
  return onPath()
}

const installWithPlaywright = () => (run('npx', ['playwright', 'install', 'chromium']) ? playwrightsOwn() : undefined)

export function findBrowser() {
  const asked = process.env.CHROMIUM_PATH
  if (asked) {
    if (!isProgram(asked)) throw new Error(`CHROMIUM_PATH is ${asked}, which is not a program.`)
    return asked
  }
  const found = onPath() ?? playwrightsOwn() ?? installFromDebian() ?? installWithPlaywright()
  if (!found) throw new Error('No Chromium was found and none could be installed. Install one, or set CHROMIUM_PATH.')
  return found
}
