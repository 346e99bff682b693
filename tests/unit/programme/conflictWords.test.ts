import { describe, expect, it } from 'vitest'
import type { Plan } from '#shared/document/records'
import { catalogues, translatorFor } from '#shared/i18n/catalogues'
import { conflictSentence } from '#shared/i18n/conflictSentence'
import type { BoothId } from '#shared/kernel/ids'
import { LANGUAGES, type Language } from '#shared/kernel/language'
import { checkProgramme } from '#shared/programme/conflicts/conflictChecker'
import { conflictParams, stretchLabel } from '#shared/programme/conflicts/conflictParams'
import { CONFLICT_RULES, type Conflict, type ProgrammeContext } from '#shared/programme/conflicts/types'
import { PROGRAMME_REFUSALS } from '#shared/programme/ops/edit'
import { at, BRUSSELS, contextOf, person, programmeOf, span, stage, talk } from './fixtures'

const TEN = at('10:00')

/** A programme in which every rule is broken. */
function everything(): { plan: Plan; context: ProgrammeContext } {
  const x = { speakerIds: ['x'] }
  const plan = programmeOf({
    stages: [
      stage('a', [10, 10], { capacity: 10, availability: [span('10:00', '18:00')] }),
      stage('b', [700, 10], { equipment: [] }),
    ],
    booths: [{ id: 'b1', hallId: 'h1', number: 'A12', place: [0, 0, 1000, 1000, 0] }],
    sectors: [{ id: 's', name: { nl: 'Muziek', fr: 'Musique', en: 'Music' }, code: 'MU', tint: 1 }],
    talks: [
      talk('t1', ['a', TEN, 60], { ...x, audience: 11, sectorId: 's' }),
      talk('t2', ['b', TEN + 30, 60], { ...x, sectorId: 's', needs: ['projector', 'own rope'], prerequisiteId: 't1' }),
      talk('t3', ['a', TEN + 59, 30]),
      talk('t4', ['a', TEN + 91, 30], x),
      talk('t5', ['a', TEN - 120, 30]),
    ],
  })
  const speaker = person('x', { name: 'Ana', availability: [span('10:00', '10:45')], soleBoothIds: ['b1' as BoothId] })
  return { plan, context: contextOf({ changeover: 10 }, speaker) }
}

const sentenceOf = (conflict: Conflict, language: Language, { plan, context } = everything()) =>
  conflictSentence(translatorFor(language), conflict, conflictParams(conflict, plan, context, language))

describe('sentences of conflicts', () => {
  const { plan, context } = everything()
  const conflicts = checkProgramme(plan, context)
  const one = (rule: string) => conflicts.find((conflict) => conflict.rule === rule)!

  it('has one for each rule, and a title, in every language', () => {
    expect([...new Set(conflicts.map(({ rule }) => rule))].sort()).toEqual([...CONFLICT_RULES].sort())
    for (const language of LANGUAGES) {
      const words = catalogues[language].conflicts
      for (const rule of CONFLICT_RULES) expect(words.rules[rule]).toBeTruthy()
      for (const code of PROGRAMME_REFUSALS) expect(words.refusals[code]).toBeTruthy()
      for (const conflict of conflicts) {
        const sentence = sentenceOf(conflict, language)
        expect(sentence).not.toMatch(/\{\{|\?|undefined|conflicts:|talks:/)
        for (const ref of conflict.slots) expect(sentence).toContain(plan.talks.get(ref)!.title[language])
        for (const id of conflict.stageIds) expect(sentence).toContain(plan.stages.get(id)!.name[language])
        if (conflict.personIds.length > 0) expect(sentence).toContain('Ana')
        expect(sentence).toMatch(/12/)
        expect(sentence).toMatch(/\d\d:\d\d/)
      }
    }
  })

  it('says what, who, where, when and how much', () => {
    expect(sentenceOf(one('speakerDouble'), 'en')).toBe(
      'Ana cannot be in “Talk t1” (Stage a) and in “Talk t2” (Stage b) at once: Fri 12 Mar 10:30–11:00 (30 min).',
    )
    expect(sentenceOf(one('missingEquipment'), 'nl')).toBe(
      '“Sessie t2” heeft nodig wat Podium b niet heeft (projector, own rope): vr 12 mrt 10:30–11:30.',
    )
    expect(sentenceOf(one('boothAlone'), 'fr')).toContain('stand A12')
    expect(sentenceOf(one('walk'), 'en')).toMatch(
      /^Ana has 1 min from “Talk t2” \(Stage b\) to “Talk t4” \(Stage a\), the walk takes 10/,
    )
    expect(sentenceOf(one('overCapacity'), 'en')).toContain('is for 11 people, Stage a holds 10')
  })

  it('speaks of the follow-up first, whichever comes first in time', () => {
    const records = (start: number) =>
      programmeOf({
        stages: [stage('a'), stage('b')],
        talks: [talk('before', ['a', TEN, 60]), talk('sequel', ['b', start, 60], { prerequisiteId: 'before' })],
      })
    for (const start of [TEN - 30, TEN, TEN + 30]) {
      const [conflict] = checkProgramme(records(start), contextOf())
      expect(conflictParams(conflict!, records(start), contextOf(), 'en')).toMatchObject({
        talk: 'Talk sequel',
        stage: 'Stage b',
        other: 'Talk before',
        otherStage: 'Stage a',
      })
    }
  })

  it('takes titles for words, whatever they look like', () => {
    const naughty = '{{x}} $t(conflicts:none) <b>&amp;'
    const records = programmeOf({
      stages: [stage('a')],
      talks: [talk('t', ['a', TEN, 30], { title: { nl: naughty } }), talk('u', ['a', TEN, 30])],
    })
    const [conflict] = checkProgramme(records, contextOf())
    expect(sentenceOf(conflict!, 'nl', { plan: records, context: contextOf() })).toContain(`“${naughty}”`)
  })

  it('gets by without what is gone', () => {
    const empty = programmeOf({})
    for (const conflict of conflicts)
      expect(sentenceOf(conflict, 'en', { plan: empty, context: contextOf() })).toContain('?')
  })
})

describe('stretchLabel', () => {
  it('shows the clocks of the fair, over midnight and over summer time', () => {
    const label = (day: string, from: string, minutes: number) =>
      stretchLabel({ from: at(from, day), until: at(from, day) + minutes }, BRUSSELS, 'en')
    expect(label('2027-03-12', '23:30', 60)).toBe('Fri 12 Mar 23:30–00:30')
    expect(label('2027-03-28', '01:30', 60)).toBe('Sun 28 Mar 01:30–03:30')
    expect(label('2027-10-31', '01:30', 120)).toBe('Sun 31 Oct 01:30–02:30')
    expect(label('2027-03-12', '10:00', 0)).toBe('Fri 12 Mar 10:00')
    expect(label('2027-03-12', '10:00', 1500)).toBe('Fri 12 Mar 10:00 – Sat 13 Mar 11:00')
  })
})
