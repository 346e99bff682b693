import { describe, expect, it } from 'vitest'
import { editDraft, releaseNow } from '#tests/factories/publishedFair'
import { rejectedWith } from '#tests/helpers/reject'
import {
  bring,
  database,
  deps,
  EVENTS,
  event,
  fairId,
  fileOf,
  imported,
  owner,
  people,
  plan,
  services,
  set,
  talkCalled,
  talks,
  titles,
  undo,
  upload,
  withImports,
} from './importBench'

withImports()

describe('undo', () => {
  it('takes all of it away again, and only once', async () => {
    const before = await plan()
    const importId = await imported(EVENTS)
    const report = await undo(importId)
    expect(report).toEqual({
      restored: { talks: 0, stages: 0, people: 0 },
      removed: { talks: 3, stages: 2, halls: 1, people: 3 },
      stays: [],
    })
    expect([await titles(), await people()]).toEqual([[], []])
    const { stages, halls, booths } = await plan()
    expect({ stages, halls, booths }).toEqual({ stages: before.stages, halls: before.halls, booths: before.booths })
    await rejectedWith(undo(importId), 'IMPORT_UNDONE')
    const [entry] = await services.imports.listImports(owner, { fairId })
    expect([entry?.undoReport, entry?.undoneAt]).toEqual([report, deps.clock.now()])
  })

  it('and importing again afterwards brings it back', async () => {
    await undo(await imported(EVENTS))
    await imported(EVENTS)
    expect(await titles()).toEqual(['Sessie 0', 'Sessie 1', 'Sessie 2'])
    expect((await talks()).every(({ slot }) => slot !== null)).toBe(true)
    expect((await plan()).talks.size).toBe(3)
  })

  it('puts changed things back, the latest import first', async () => {
    const first = await imported(EVENTS)
    const was = await plan()
    const second = await imported(
      EVENTS.map((one) => ({
        ...one,
        title: `${one.title}!`,
        room: 'Zaal C',
        persons: one.persons?.map((person) => ({ ...person, name: `${person.name}!` })),
      })),
    )
    expect(await undo(second)).toMatchObject({
      restored: { talks: 3, people: 3 },
      removed: { talks: 0, stages: 1, halls: 0, people: 0 },
      stays: [],
    })
    expect(await plan()).toEqual(was)
    expect(await people()).toEqual(['Spreker 0', 'Spreker 1', 'Spreker 2'])
    expect((await undo(first)).stays).toEqual([])
    expect((await plan()).stages.size).toBe(0)
  })

  it('an earlier import under a later one: what the later one changed stays', async () => {
    const first = await imported(EVENTS)
    await imported([event(0), event(1, { title: 'Later' }), event(2)])
    const report = await undo(first)
    expect(await titles()).toEqual(['Later'])
    expect(report.removed).toMatchObject({ talks: 2, people: 2 })
    expect(report.stays.map(({ kind, because }) => `${kind} ${because}`).sort()).toEqual([
      'hall used',
      'person used',
      'stage used',
      'talk changed',
    ])
  })

  it('keeps what somebody worked on since, and says so', async () => {
    const importId = await imported([...EVENTS, event(3)])
    const [one, two] = [await talkCalled('Sessie 1'), await talkCalled('Sessie 2')]
    await set('talks', one.id, { title: { nl: 'Van ons' } })
    await set('talks', two.id, { needs: ['projector'] })
    await database.sql`update people set email = 'x@example.org' where fair_id = ${fairId} and name = 'Spreker 0'`
    const report = await undo(importId)
    expect(await titles()).toEqual(['Sessie 2', 'Van ons'])
    expect(await people()).toEqual(['Spreker 0', 'Spreker 1', 'Spreker 2'])
    expect(report.stays).toEqual(
      expect.arrayContaining([
        { kind: 'talk', id: one.id, name: 'Van ons', because: 'changed', fields: ['title'] },
        { kind: 'talk', id: two.id, name: 'Sessie 2', because: 'changed', fields: ['needs'] },
        expect.objectContaining({ kind: 'stage', because: 'used' }),
        expect.objectContaining({ kind: 'hall', because: 'used' }),
        expect.objectContaining({ kind: 'person', name: '', because: 'used' }),
        expect.objectContaining({ kind: 'person', name: '', because: 'changed' }),
      ]),
    )
    const [entry] = await services.imports.listImports(owner, { fairId })
    expect(
      entry?.undoReport?.stays
        .filter(({ kind }) => kind === 'person')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Spreker 0', 'Spreker 1', 'Spreker 2'])
  })

  it('of a changed talk puts back the fields that nobody touched', async () => {
    await imported(EVENTS)
    const second = await imported(EVENTS.map((one) => ({ ...one, title: `${one.title}!`, abstract: 'Nieuw' })))
    const { id } = await talkCalled('Sessie 1!')
    await set('talks', id, { title: { nl: 'Van ons' } })
    const report = await undo(second)
    expect(await talkCalled('Van ons')).toMatchObject({ id, abstract: null })
    expect(report.stays).toEqual([{ kind: 'talk', id, name: 'Van ons', because: 'changed', fields: ['title'] }])
    expect(await titles()).toEqual(['Sessie 0', 'Sessie 2', 'Van ons'])
  })

  it('a talk that was taken out meanwhile is no trouble, deleted or removed', async () => {
    const importId = await imported(EVENTS)
    await set('talks', (await talkCalled('Sessie 0')).id, { removed: true })
    const { id } = await talkCalled('Sessie 1')
    await editDraft(deps, fairId, [{ op: 'delete', kind: 'talks', id }])
    expect((await undo(importId)).stays).toEqual([])
    expect(await titles()).toEqual([])
  })

  it('keeps speakers whom visitors see, until they do not', async () => {
    const importId = await imported(EVENTS)
    await releaseNow(deps, owner, fairId)
    const report = await undo(importId)
    expect(report.removed).toMatchObject({ talks: 3, people: 0 })
    expect(report.stays.map(({ because }) => because)).toEqual(['published', 'published', 'published'])
    expect(await people()).toHaveLength(3)
  })

  it('twice at once takes back once', async () => {
    const importId = await imported(EVENTS)
    const outcomes = await Promise.allSettled([undo(importId), undo(importId), undo(importId)])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'IMPORT_UNDONE' })
  })

  it('brings nobody back who was erased since, nor what was known of them', async () => {
    const withBiography = (biography: string) =>
      fileOf([event(0, { persons: [{ guid: '0f8fad5b-d9cb-469f-a165-000000000000', name: 'Spreker 0', biography }] })])
    await bring(await upload(withBiography('Geheim verleden')))
    const second = await upload(withBiography('Nieuw'))
    await bring(second)
    const [person] = await database.sql<{ id: never }[]>`select id from people where fair_id = ${fairId}`
    const kept = async () =>
      JSON.stringify(await database.sql`select inverse, summary from imports where fair_id = ${fairId}`)
    expect(await kept()).toContain('Geheim verleden')
    await services.people.erasePerson(owner, { fairId, personId: person?.id ?? ('' as never) })
    expect(await kept()).not.toContain('Geheim verleden')
    await undo(second)
    expect(await people()).toEqual([])
  })
})
