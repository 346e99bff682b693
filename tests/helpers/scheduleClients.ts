import { XMLParser, XMLValidator } from 'fast-xml-parser'

interface XmlNode {
  [name: string]: unknown
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  alwaysCreateTextNode: true,
  isArray: (name) => ['day', 'room', 'event', 'person'].includes(name),
})

const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)(:[0-5]\d)?$/
const OFFSET_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d(:\d\d)?)$/

const nodes = (parent: XmlNode | undefined, name: string): XmlNode[] =>
  [parent?.[name] ?? []].flat().filter((node): node is XmlNode => typeof node === 'object' && node !== null)
const text = (parent: XmlNode | undefined, name: string): string | null => {
  const [child] = [parent?.[name]].flat() as (XmlNode | string | undefined)[]
  if (child === undefined) return null
  return String(typeof child === 'object' ? child['#text'] : child).trim()
}
const attribute = (node: XmlNode, name: string): string => String(node[`@${name}`] ?? '')

/**
 * What Giggity, EventFahrplan and FOSDEM Companion demand of a schedule.xml, written down from reading their parsers (Giggity
 * Schedule.java, EventFahrplan ParserTask.java, FOSDEM Companion ScheduleParser.kt): each line is a file or an event lost.
 */
export function clientComplaints(xml: string): { events: number; complaints: string[] } {
  const complaints: string[] = []
  const demand = (client: string, holds: boolean, what: string) => void (holds || complaints.push(`${client}: ${what}`))
  demand('giggity', !xml.slice(0, 4096).includes('<!DOCTYPE'), 'DOCTYPE')
  demand('all', XMLValidator.validate(xml) === true, 'not well-formed')
  const root = (parser.parse(xml) as XmlNode).schedule as XmlNode | undefined
  demand('companion', root !== undefined, 'root is not <schedule>')
  const [conference] = nodes(root, 'conference')
  for (const field of ['acronym', 'title', 'base_url']) demand('companion', text(conference, field) !== null, field)
  demand('giggity', (text(conference, 'time_zone_name') ?? '') !== '', 'time zone')
  demand('giggity', xml.indexOf('<conference>') < xml.indexOf('<day'), 'conference after days')
  demand('fahrplan', text(root, 'version') !== null, 'version')
  const seen = new Set<string>()
  const dates = new Set<string>()
  let events = 0
  const days = nodes(root, 'day')
  for (const day of days) {
    dates.add(attribute(day, 'date'))
    demand('fahrplan', /^\d+$/.test(attribute(day, 'index')), 'day index')
    for (const end of ['start', 'end']) demand('companion', OFFSET_TIME.test(attribute(day, end)), `day ${end}`)
    demand('giggity', /^\d{4}-\d\d-\d\d$/.test(attribute(day, 'date')), 'day date')
    demand('companion', nodes(day, 'event').length === 0, 'event outside a room')
    for (const room of nodes(day, 'room')) {
      demand('giggity', attribute(room, 'name') !== '', 'room without name')
      for (const event of nodes(room, 'event')) {
        events++
        const guid = attribute(event, 'guid')
        const duration = text(event, 'duration') ?? ''
        demand('companion', /^\d+$/.test(attribute(event, 'id')), `id of ${guid}`)
        demand('fahrplan', guid !== '' && !seen.has(guid), `guid ${guid}`)
        seen.add(guid)
        demand('giggity', (text(event, 'title') ?? '') !== '', `title of ${guid}`)
        demand('giggity', CLOCK.test(duration), `duration ${duration}`)
        demand('fahrplan', CLOCK.test(text(event, 'start') ?? ''), `start of ${guid}`)
        demand('companion', OFFSET_TIME.test(text(event, 'date') ?? ''), `date of ${guid}`)
        for (const person of nodes(nodes(event, 'persons')[0], 'person'))
          demand('companion', /^\d+$/.test(attribute(person, 'id')), `person of ${guid}`)
      }
    }
  }
  const indexes = days.map((day) => Number(attribute(day, 'index')))
  demand('fahrplan', dates.size === Math.max(...indexes), 'as many dates as the highest index')
  return { events, complaints }
}
