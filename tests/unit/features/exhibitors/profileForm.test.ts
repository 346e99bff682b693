import { describe, expect, it } from 'vitest'
import { profileSchema } from '#shared/exhibitors/profile'
import { changeRows, linkRows, readProfileForm, readRowChange, readyToSave } from '~/features/exhibitors/profileForm'

function form(entries: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

describe('profile form', () => {
  it('reads what is typed and leaves out empty rows of links', () => {
    const draft = readProfileForm(
      form([
        ['name', 'Kaap'],
        ['kind', 'collective'],
        ['sectorIds', 'it'],
        ['sectorIds', 'music'],
        ['description.fr', 'Bonjour'],
        ['linkUrl', ''],
        ['linkLabel', ''],
        ['linkUrl', ' www.kaap.be '],
        ['linkLabel', 'Site'],
        ['contactPublic', 'on'],
      ]),
    )
    expect(draft).toMatchObject({
      name: 'Kaap',
      kind: 'collective',
      sectorIds: ['it', 'music'],
      description: { nl: '', fr: 'Bonjour', en: '' },
      links: [{ label: 'Site', url: 'www.kaap.be' }],
      contactPublic: true,
    })
    expect(readyToSave(draft).links).toEqual([{ label: 'Site', url: 'https://www.kaap.be' }])
  })
  it('never makes a harmless address out of one that runs something', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'vbscript:x']) {
      const draft = readProfileForm(
        form([
          ['name', 'Kaap'],
          ['linkUrl', url],
          ['linkLabel', ''],
        ]),
      )
      expect(readyToSave(draft).links?.[0]?.url).toBe(url)
      expect(profileSchema.safeParse(readyToSave(draft)).success, url).toBe(false)
    }
  })
  it('takes unknown kinds for a member and files for nothing', () => {
    const data = form([['kind', 'emperor']])
    data.append('name', new File(['x'], 'x.txt'))
    expect(readProfileForm(data)).toMatchObject({ kind: 'member', name: '' })
  })
})

describe('rows of links without JavaScript', () => {
  const typed = form([
    ['name', 'Kaap'],
    ['linkUrl', 'https://a.be'],
    ['linkLabel', 'A'],
    ['linkUrl', ''],
    ['linkLabel', ''],
    ['linkUrl', 'https://b.be'],
    ['linkLabel', 'B'],
  ])
  it('counts the rows as they were shown, empty ones too', () => {
    expect(changeRows(typed, { remove: 1 }).links.map(({ url }) => url)).toEqual(['https://a.be', 'https://b.be'])
    expect(changeRows(typed, { remove: 2 }).links.map(({ url }) => url)).toEqual(['https://a.be', ''])
    expect(changeRows(typed, { remove: 7 }).links).toHaveLength(3)
  })
  it('adds up to the limit and keeps the rest of the form', () => {
    let change = changeRows(typed, { add: true })
    expect(change).toMatchObject({ name: 'Kaap' })
    expect(change.links).toHaveLength(4)
    const full = form([['name', 'x'], ...Array.from({ length: 5 }, () => ['linkUrl', 'x'] as [string, string])])
    change = changeRows(full, { add: true })
    expect(change.links).toHaveLength(5)
  })
  it('tells the buttons apart from saving', () => {
    expect(readRowChange(form([]))).toBeNull()
    expect(readRowChange(form([['rows', 'add']]))).toEqual({ add: true })
    expect(readRowChange(form([['rows', 'remove-3']]))).toEqual({ remove: 3 })
    expect(readRowChange(form([['rows', 'remove-x']]))).toBeNull()
  })
  it('shows one empty row to begin with', () => {
    expect(linkRows([])).toEqual([{ label: '', url: '' }])
  })
})
