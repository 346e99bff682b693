import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { cleanLine, withoutReferences } from './cleanText'
import type { Refusal } from './types'

export interface XmlElement {
  name: string
  attributes: ReadonlyMap<string, string>
  children: XmlElement[]
  /** Its own text, with references resolved. */
  text: string
}

export type ReadXml = { ok: true; root: XmlElement } | { ok: false; refusal: Refusal }

type Node = { [name: string]: Node[] | string | Record<string, string> }

const ATTRIBUTES = ':@'
const TEXT = '#text'
const CDATA = '#cdata'

/** References are resolved here and not by the library: there are no entities but XML's own, so none can grow. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  cdataPropName: CDATA,
})

/** A document as a tree of elements. Refuses what is not well-formed and whatever declares entities or reaches outside. */
export function readXml(text: string): ReadXml {
  const document = withoutDoctype(text.replace(/^\uFEFF/, ''))
  if (document === null) return { ok: false, refusal: { code: 'xmlEntities', params: {} } }
  try {
    const valid = XMLValidator.validate(document)
    if (valid !== true) return malformed(valid.err.msg, valid.err.line)
    const nodes = (parser.parse(document) as Node[]).map(elementOf).filter((element) => element !== null)
    const [root] = nodes
    return root && nodes.length === 1 ? { ok: true, root } : malformed('one root element', 1)
  } catch (error) {
    return malformed(error instanceof Error ? error.message : String(error), 1)
  }
}

/** What is wrong may quote the file, which may be one long name. */
const MAX_PROBLEM = 200

const malformed = (problem: string, line: number): ReadXml => ({
  ok: false,
  refusal: { code: 'notXml', params: { problem: cleanLine(problem.slice(0, MAX_PROBLEM)), line } },
})

/**
 * The text without a harmless document type; null where there is one that declares something or refers to another file,
 * and where one stands anywhere else than at the start.
 */
function withoutDoctype(text: string): string | null {
  const prolog = /^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/.exec(text)?.[0].length ?? 0
  const [doctype] = /^<!DOCTYPE\s+[\w:.-]+\s*>/i.exec(text.slice(prolog, prolog + 200)) ?? []
  const body = text.slice(prolog + (doctype?.length ?? 0))
  return declares(body) ? null : `${text.slice(0, prolog)}${body}`
}

/** Whether a document type or an entity is declared, other than in the text of a CDATA section or a comment. */
function declares(text: string): boolean {
  for (let at = text.indexOf('<!'); at >= 0; at = text.indexOf('<!', at)) {
    if (/^<!(?:DOCTYPE|ENTITY)/i.test(text.slice(at, at + 9))) return true
    const end = text.startsWith('<![CDATA[', at) ? ']]>' : text.startsWith('<!--', at) ? '-->' : '<!'
    const close = text.indexOf(end, at + 2)
    if (close < 0) return false
    at = end === '<!' ? close : close + end.length
  }
  return false
}

function elementOf(node: Node): XmlElement | null {
  const name = Object.keys(node).find((key) => key !== ATTRIBUTES)
  if (name === undefined || name === TEXT || name === CDATA) return null
  const content = (node[name] as Node[] | undefined) ?? []
  const attributes = Object.entries((node[ATTRIBUTES] ?? {}) as Record<string, string>)
  return {
    name,
    attributes: new Map(attributes.map(([key, value]) => [key, withoutReferences(value)])),
    children: content.map(elementOf).filter((element) => element !== null),
    text: content.map(textOf).join(''),
  }
}

function textOf(node: Node): string {
  if (typeof node[TEXT] === 'string') return withoutReferences(node[TEXT])
  if (!Array.isArray(node[CDATA])) return ''
  return (node[CDATA] as Node[]).map((part) => (typeof part[TEXT] === 'string' ? part[TEXT] : '')).join('')
}

export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => child.name === name)

export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name)
