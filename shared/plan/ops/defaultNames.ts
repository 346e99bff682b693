import type { Plan } from '#shared/document/records'
import type { LocalText } from '#shared/kernel/language'

/** What new things are called until someone names them, in every language at once. */
const WORDS = {
  stages: { nl: 'Podium', fr: 'Scène', en: 'Stage' },
  meetingPoints: { nl: 'Ontmoetingsplek', fr: 'Point de rencontre', en: 'Meeting point' },
  halls: { nl: 'Hal', fr: 'Hall', en: 'Hall' },
} as const

/** `Podium 2`, with the first number that no other has. */
export function defaultName(plan: Plan, kind: keyof typeof WORDS): LocalText {
  const words = WORDS[kind]
  const used = new Set([...plan[kind].values()].map((record) => record.name.nl))
  let number = 1
  while (used.has(`${words.nl} ${number}`)) number++
  return { nl: `${words.nl} ${number}`, fr: `${words.fr} ${number}`, en: `${words.en} ${number}` }
}
