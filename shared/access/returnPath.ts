const MAX_LENGTH = 1000
const OWN_PAGE = /^\/(nl|fr|en)(\/|$)/
/** Pages that open or close a session: coming back to one of them leads nowhere. */
const NOT_BACK_TO = /^\/(nl|fr|en)\/sign-in(\/|$)/

/**
 * Where to go after signing in: a path of our own pages, or null. Whatever a browser could read as another address
 * (`//host`, `/\host`, `https:`, control characters, dots that climb out of the path) is refused.
 */
export function safeReturnPath(wanted: unknown): string | null {
  if (typeof wanted !== 'string' || wanted.length > MAX_LENGTH) return null
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these, and what is left may be another address
  if (!OWN_PAGE.test(wanted.split(/[?#]/, 1)[0] ?? '') || /[\\\u0000-\u001f\u007f]/.test(wanted)) return null
  const base = 'http://localhost'
  if (!URL.canParse(wanted, base)) return null
  const url = new URL(wanted, base)
  if (url.origin !== base || !OWN_PAGE.test(url.pathname) || NOT_BACK_TO.test(url.pathname)) return null
  return `${url.pathname}${url.search}${url.hash}`
}
