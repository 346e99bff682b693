/** Tags that end a paragraph. */
const BLOCKS = new Set(
  'p div section article header footer h1 h2 h3 h4 h5 h6 ul ol dl dd dt table tr blockquote pre hr figure'.split(' '),
)
/** Tags whose content is not for reading. */
const HIDDEN = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'iframe', 'object', 'svg'])

/** Where none of these is, lines end where they were written. */
const LINED = /<(p|div|br|li|h[1-6]|tr|pre|blockquote)[\s/>]/i

/** What imported abstracts hold beyond numbers; others stay as they are written. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  euro: '€',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  times: '×',
  agrave: 'à',
  acirc: 'â',
  auml: 'ä',
  aacute: 'á',
  aring: 'å',
  aelig: 'æ',
  ccedil: 'ç',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  euml: 'ë',
  igrave: 'ì',
  iacute: 'í',
  icirc: 'î',
  iuml: 'ï',
  ntilde: 'ñ',
  ograve: 'ò',
  oacute: 'ó',
  ocirc: 'ô',
  ouml: 'ö',
  oslash: 'ø',
  oelig: 'œ',
  ugrave: 'ù',
  uacute: 'ú',
  ucirc: 'û',
  uuml: 'ü',
  szlig: 'ß',
}

/**
 * What an abstract says, as plain text: paragraphs with an empty line between, items of lists with a bullet, addresses of
 * links after their words. Nothing of it is markup any more, but whoever shows it must escape it as any text. Text that
 * was never HTML stays as it is.
 */
export function plainText(source: string): string {
  if (!/<[a-z!/]/i.test(source)) return decodeEntities(source).trim()
  return tidy(new Reader(source).read())
}

/** The paragraphs of an abstract, each with its lines. */
export const paragraphsOf = (source: string): string[] =>
  plainText(source)
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '')

const TAG = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)/

/** Goes through the text once, whatever is in it: never back, so that no abstract takes long. */
class Reader {
  private out = ''
  private at = 0
  /** How many elements are open in which lines and spaces stay as they are. */
  private kept: number
  private link: { address: string; from: number } | null = null

  constructor(private readonly source: string) {
    this.kept = LINED.test(source) ? 0 : 1
  }

  read(): string {
    for (;;) {
      const open = this.source.indexOf('<', this.at)
      if (open < 0) break
      this.text(this.source.slice(this.at, open))
      this.at = open
      if (!this.tag()) break
    }
    this.text(this.source.slice(this.at))
    return this.out
  }

  /** False when no tag can end any more. */
  private tag(): boolean {
    if (this.source.startsWith('<!--', this.at)) return this.skipTo('-->')
    const close = this.source.indexOf('>', this.at)
    if (close < 0) return false
    const match = TAG.exec(this.source.slice(this.at, Math.min(close, this.at + 40)))
    if (!match) {
      // A less-than sign, or a declaration.
      if (this.source[this.at + 1] === '!' || this.source[this.at + 1] === '?') this.at = close + 1
      else {
        this.text('<')
        this.at++
      }
      return true
    }
    const tag = this.source.slice(this.at, close + 1)
    const name = (match[2] ?? '').toLowerCase()
    this.at = close + 1
    if (match[1] === '' && HIDDEN.has(name) && !tag.endsWith('/>')) return this.skipElement(name)
    this.mark(name, match[1] === '/', tag)
    return true
  }

  private mark(name: string, isEnd: boolean, tag: string): void {
    if (name === 'br') this.out += '\n'
    else if (name === 'li') this.out += isEnd ? '\n' : '\n• '
    else if (name === 'td' || name === 'th') this.out += ' '
    else if (name === 'a') this.anchor(isEnd, tag)
    else if (BLOCKS.has(name)) this.out += '\n\n'
    if (name === 'pre') this.kept = Math.max(0, this.kept + (isEnd ? -1 : 1))
  }

  private anchor(isEnd: boolean, tag: string): void {
    if (this.link) {
      const { address, from } = this.link
      if (!this.out.slice(from).includes(address)) this.out += ` (${address})`
      this.link = null
    }
    const address = isEnd ? undefined : /\shref\s*=\s*["']?(https?:\/\/[^\s"'<>]+)/i.exec(tag)?.[1]
    if (address) this.link = { address: decodeEntities(address), from: this.out.length }
  }

  private text(raw: string): void {
    const decoded = decodeEntities(raw)
    this.out += this.kept > 0 ? decoded : decoded.replace(/[ \t\r\n]+/g, ' ')
  }

  private skipElement(name: string): boolean {
    const rest = this.source.slice(this.at)
    const end = rest.search(new RegExp(`</${name}[\\s>]`, 'i'))
    this.at = end < 0 ? this.source.length : this.at + end
    return end < 0 ? true : this.skipTo('>')
  }

  private skipTo(mark: string): boolean {
    const end = this.source.indexOf(mark, this.at)
    this.at = end < 0 ? this.source.length : end + mark.length
    return true
  }
}

/** Once: `&amp;lt;` is the text `&lt;`. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name] ?? capital(name) ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    // No controls, no halves of pairs, nothing beyond Unicode.
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || (code < 32 && code !== 10 && code !== 9)) return ''
    return String.fromCodePoint(code)
  })

/** `Eacute` by way of `eacute`. */
function capital(name: string): string | undefined {
  const small = ENTITIES[name[0]?.toLowerCase() + name.slice(1)]
  return small && /^[A-Z][a-z]+$/.test(name) ? small.toUpperCase() : undefined
}

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/^• +/, '• '))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\n\n(?=• )/g, '\n')
    .replace(/^• ?$/gm, '')
    .trim()
