import { wallTimeOf } from '#shared/fairs/timeZone'
import { fill } from '~/lib/planView/visitWords'
import type { ProgrammeWords } from '~/lib/programmeView/programmeWords'
import { find } from '../visit/elements'

const HOUR_MS = 3_600_000

/** Says so where the reader's clock shows another time than the fair's. */
export function noteZone(room: HTMLElement, words: ProgrammeWords): void {
  const note = find(room, '[data-zone-note]')
  const first = find(room, '[data-slot]')?.dataset.start
  if (!note || first === undefined) return
  const instant = new Date(Number(first) * 60_000)
  const there = wallTimeOf(instant, room.dataset.zone ?? 'UTC')
  const here = wallTimeOf(instant, Intl.DateTimeFormat().resolvedOptions().timeZone)
  const hours = (Date.parse(`${here.day}T${here.time}Z`) - Date.parse(`${there.day}T${there.time}Z`)) / HOUR_MS
  if (hours === 0) return
  const language = document.documentElement.lang
  const count = Math.abs(hours)
  const sentence = (hours > 0 ? words.later : words.earlier)[
    new Intl.PluralRules(language).select(count) === 'one' ? 'one' : 'other'
  ]
  const difference = fill(sentence, { count: new Intl.NumberFormat(language).format(count) })
  note.textContent = fill(words.zoneDiffers, { difference })
}
