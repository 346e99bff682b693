/** What RFC 3986 lets stand as it is; `%` only before two hexadecimal digits. */
const PLAIN = /^[A-Za-z0-9\-._~!$&'()*+,;=:@/?]$/

const encoded = (text: string, allowed: string): string =>
  text.replace(/%[0-9a-f]{2}|[\s\S]/giu, (sign) =>
    sign.length === 3 && sign.startsWith('%')
      ? sign
      : PLAIN.test(sign) || allowed.includes(sign)
        ? sign
        : percent(sign),
  )

const percent = (sign: string): string =>
  Array.from(new TextEncoder().encode(sign), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')

/**
 * An address as checkers of formats want it: brackets, letters with accents and a second `#` as percent codes, in which form
 * they lead to the same page. Null where no checker would take it.
 */
export function strictUri(address: string | null): string | null {
  const [, scheme, rest = ''] = /^([a-z][a-z0-9+.-]*:)(.+)$/is.exec(address?.toWellFormed() ?? '') ?? []
  if (scheme === undefined) return null
  const [, host = '', path = ''] = /^(\/\/[^/?#]*)?([\s\S]*)$/.exec(rest) ?? []
  const at = path.indexOf('#')
  const [before, fragment] = at < 0 ? [path, null] : [path.slice(0, at), path.slice(at + 1)]
  const strict = `${scheme}${encoded(host, '[]')}${encoded(before, '')}${fragment === null ? '' : `#${encoded(fragment, '')}`}`
  return URL.canParse(strict) ? strict : null
}

/** The same, for places where only pages of the web may stand. */
export function webUri(address: string | null): string | null {
  const uri = strictUri(address)
  return uri !== null && /^https?:\/\//.test(uri) ? uri : null
}
