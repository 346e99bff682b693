/** Where a format demands a name, number or address that differs from the other's. */
export interface Rules {
  format: 'xml' | 'json'
  /** Names the conference. */
  acronym: RegExp
  slug: RegExp
  code: RegExp
}

export const XML_RULES: Rules = {
  format: 'xml',
  acronym: /^[a-z0-9_-]{4,}$/,
  slug: /^[a-z0-9_]{4,}-[a-z0-9\-_]{4,}$/,
  code: /^[0-9A-Z]{6}$/,
}
export const JSON_RULES: Rules = {
  format: 'json',
  acronym: /^[a-z0-9_-][a-z0-9_]{3,}(-2[0-9]{3}-[a-z]+)?$/,
  slug: /^[a-z0-9_-]+[a-z0-9]$/,
  code: /^[A-Z0-9]+$/,
}

/** Stands where a format demands an address and there is none (RFC 6761: it leads nowhere). */
export const NO_ADDRESS = 'https://example.invalid/'
