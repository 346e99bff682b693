export interface AtomEntry {
  /** The same for ever. */
  id: string
  title: string
  url: string
  updated: Date
  /** HTML; whoever writes it escapes what people wrote. */
  html: string
}

export interface AtomFeed {
  id: string
  title: string
  subtitle: string
  language: string
  /** Where the feed itself is, and the page that says the same. */
  self: string
  url: string
  author: string
  updated: Date
  entries: readonly AtomEntry[]
}

/** A feed as RFC 4287 has it. The same input makes the same bytes. */
export function atomOf(feed: AtomFeed): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    `<id>${escapeXml(feed.id)}</id>`,
    `<title>${escapeXml(feed.title)}</title>`,
    `<subtitle>${escapeXml(feed.subtitle)}</subtitle>`,
    `<updated>${feed.updated.toISOString()}</updated>`,
    `<author><name>${escapeXml(feed.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(feed.url)}"/>`,
    ...feed.entries.map(entryOf),
    '</feed>',
  ]
  return `${lines.join('\n')}\n`
}

const entryOf = ({ id, title, url, updated, html }: AtomEntry): string =>
  [
    '<entry>',
    `<id>${escapeXml(id)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<published>${updated.toISOString()}</published>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`,
    `<content type="html">${escapeXml(html)}</content>`,
    '</entry>',
  ].join('\n')

/** XML 1.0 has no place for most control characters, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Text as XML and HTML take it, in elements and in attributes. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
