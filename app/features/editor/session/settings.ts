const PREFIX = 'beursvloer:editor:'

/** What this device remembers of how one likes the editor; nothing depends on it, so a browser may refuse. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

export function writeSetting(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value)
  } catch {
    // Storage is full or switched off: the panel opens as it does the first time.
  }
}
