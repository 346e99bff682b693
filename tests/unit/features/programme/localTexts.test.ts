import { describe, expect, it } from 'vitest'
import { ownText, shownLanguage, withText } from '~/features/programme/panels/localTexts'

describe('a text in three languages', () => {
  it('has a Dutch text as soon as there is any', () => {
    expect(withText(null, 'fr', ' Bonjour ')).toEqual({ nl: 'Bonjour', fr: 'Bonjour' })
    expect(withText({ nl: 'Dag' }, 'fr', 'Bonjour')).toEqual({ nl: 'Dag', fr: 'Bonjour' })
  })

  it('lets a text that stands in for Dutch follow, until somebody writes Dutch', () => {
    const french = withText(null, 'fr', 'Bonjour')
    const changed = withText(french, 'fr', 'Bonsoir')
    expect(changed).toEqual({ nl: 'Bonsoir', fr: 'Bonsoir' })
    const dutch = withText(changed, 'nl', 'Goedenavond')
    expect(withText(dutch, 'fr', 'Salut')).toEqual({ nl: 'Goedenavond', fr: 'Salut' })
  })

  it('is gone with its last word', () => {
    expect(withText({ nl: 'Dag' }, 'nl', ' \u200b ')).toBeNull()
    expect(withText({ nl: 'Dag', en: 'Hi' }, 'nl', '')).toEqual({ nl: 'Hi', en: 'Hi' })
    expect(withText({ nl: 'Hi', en: 'Hi' }, 'en', '')).toBeNull()
  })

  it('takes a name that is the same in all three for a name in each', () => {
    const agora = { nl: 'Agora', fr: 'Agora', en: 'Agora' }
    expect(ownText(agora, 'nl')).toBe('Agora')
    expect(withText(agora, 'fr', 'L’Agora')).toEqual({ nl: 'Agora', fr: 'L’Agora', en: 'Agora' })
  })

  it('shows and edits what was written, not what stands in', () => {
    expect(ownText({ nl: 'Hi', en: 'Hi' }, 'nl')).toBe('')
    expect(ownText({ nl: 'Dag', en: 'Hi' }, 'nl')).toBe('Dag')
    expect(shownLanguage({ nl: 'Dag' }, 'en')).toBe('nl')
    expect(shownLanguage({ nl: 'Salut', fr: 'Salut' }, 'en')).toBe('fr')
    expect(shownLanguage({ nl: 'Dag', en: 'Hi' }, 'en')).toBe('en')
  })
})
