import { describe, expect, it } from 'vitest'
import type { ChangeSummary, HistoryOp, RecordChange } from '#shared/history/types'
import { translatorFor } from '#shared/i18n/catalogues'
import type { Language } from '#shared/kernel/language'
import { summaryWords } from '~/features/history/summaryWords'
import { createFormat } from '~/lib/format'

const booths = (op: HistoryOp, ...numbers: string[]): RecordChange[] =>
  numbers.map((name) => ({ kind: 'booths', id: name, op, name }))

const summary = (records: RecordChange[], counts: ChangeSummary['counts']): ChangeSummary => ({
  counts,
  count: records.length,
  records,
  halls: [],
  days: [],
})

const inWords = (language: Language, what: ChangeSummary) =>
  summaryWords(what, translatorFor(language), createFormat(language))

describe('a gesture in words', () => {
  it('names a few, and counts the rest', () => {
    const three = summary(booths('moved', 'C03', 'C04', 'C05'), { booths: { moved: 3 } })
    expect(inWords('en', three)).toBe('moved booths C03, C04 and C05')
    const five = summary(booths('moved', 'C03', 'C04', 'C05', 'C06', 'C07'), { booths: { moved: 5 } })
    expect(inWords('en', five)).toBe('moved booths C03, C04, C05 and 2 others')
    expect(inWords('nl', five)).toBe('verplaatste stands C03, C04, C05 en 2 andere')
    expect(inWords('fr', five)).toBe('a déplacé les stands C03, C04, C05 et 2 autres')
  })

  it('names the fourth rather than say that there is one other', () => {
    const four = summary(booths('removed', 'A1', 'A2', 'A3', 'A4'), { booths: { removed: 4 } })
    expect(inWords('en', four)).toBe('removed booths A1, A2, A3 and A4')
  })

  it('says several things that one gesture did, each with its verb', () => {
    const talk: RecordChange = { kind: 'talks', id: 't', op: 'added', name: { nl: 'Opening' } }
    const wall: RecordChange = { kind: 'walls', id: 'w', op: 'removed', name: null }
    const both = summary([talk, wall], { talks: { added: 1 }, walls: { removed: 1 } })
    expect(inWords('nl', both)).toBe('voegde sessie “Opening” toe en verwijderde een muur')
    expect(inWords('fr', both)).toBe('a ajouté la session « Opening » et a supprimé un mur')
  })

  it('counts what has no name, and what is beyond the names that the summary carries', () => {
    expect(inWords('en', summary([], { columns: { added: 12 } }))).toBe('added 12 columns')
    expect(inWords('en', summary([], { sectors: { changed: 2 } }))).toBe('changed 2 sectors')
  })

  it('has a word for what nobody sees', () => {
    expect(inWords('en', summary([], {}))).toBe('changed something that cannot be seen')
  })
})
