import { SESSION_DAYS } from '#server/services/accounts/sessions'

export const SESSION_COOKIE = 'beursvloer_session'

export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}

/** Set-Cookie for a session's token; null takes the cookie away. */
export function sessionCookie(token: string | null, secure: boolean): string {
  const maxAgeSeconds = token === null ? 0 : SESSION_DAYS * 86_400
  return `${SESSION_COOKIE}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure ? '; Secure' : ''}`
}
