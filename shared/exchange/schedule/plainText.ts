const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  euro: '€',
  copy: '©',
}

/** References of XML and the commonest of HTML, once; what is unknown stays as it is written. */
export const withoutReferences = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,31}));/gi, (whole, hex, decimal, name) => {
        if (name !== undefined) return NAMED[name] ?? whole
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
      })
    : text

/**
 * As every text of a schedule is: lines end in LF, nothing around it, nothing in it that XML cannot carry or a database cannot
 * store (control characters, halves of surrogate pairs).
 */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
      .toWellFormed()
      .trim()
  )
}

/** One line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ')

const LOOKS_LIKE_HTML =
  /<\/?(?:p|br|a|ul|ol|li|b|i|em|strong|h[1-6]|div|span|code|pre|blockquote|img|table|hr|u|s|sub|sup)\b[^<>]*>/i

/** Text that was written as HTML, for pages that show text: paragraphs and lists as lines, addresses of links in brackets. */
export function plainText(text: string): string {
  if (!LOOKS_LIKE_HTML.test(text)) return text
  const lines = text
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<a\b[^>]*?\bhref\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')[^>]*>([\s\S]*?)<\/a\s*>/gi, linkText)
    .replace(/\s*<br\s*\/?>\s*/gi, '\n')
    .replace(/<li\b[^>]*>\s*/gi, '\n- ')
    .replace(/<\/?(?:p|div|h[1-6]|ul|ol|blockquote|pre|table|tr|hr)\b[^>]*>/gi, '\n\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
  return cleanText(withoutReferences(lines).replace(/[^\S\n]+/g, ' '))
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\n\n(?=- )/g, '\n')
    .trim()
}

function linkText(_whole: string, double: string | undefined, single: string | undefined, label: string): string {
  const address = withoutReferences(double ?? single ?? '').trim()
  const bare = label.replace(/<[^<>]*>/g, '').trim()
  return bare === '' || bare === address || !/^(?:https?|mailto):/i.test(address)
    ? bare || address
    : `${bare} (${address})`
}
