/**
 * schedule.xml and schedule.json have no field for it: a talk that is called off says so in front of its title. Read in the
 * languages of the formats' users; with a mark behind it or in capitals, so that no other title is taken for it.
 */
const WORDS = 'cancelled|canceled|geannuleerd|afgelast|annulé|annulée|abgesagt'
const MARKED = new RegExp(
  `^(?:[\\[(]\\s*(?:${WORDS})\\s*[\\])]\\s*[:–—-]?|(?:${WORDS})\\s*[:–—]|(?:${WORDS})\\s+-)\\s*(?=\\S)`,
  'iu',
)
const CAPITALS = new RegExp(`^(?:${WORDS.toUpperCase()})\\s+(?=\\S)`, 'u')

export function withoutCancelledWord(title: string): { title: string; cancelled: boolean } {
  const found = MARKED.exec(title) ?? CAPITALS.exec(title)
  return found ? { title: title.slice(found[0].length), cancelled: true } : { title, cancelled: false }
}

/** As writers put it, whatever the language of the file: programs look for it. */
export const cancelledTitle = (title: string): string => `CANCELLED: ${title}`
