import { describe, expect, it } from 'vitest'
import { createServices } from '#server/services'
import { loadPlan } from '#server/services/documents/loadDocument'
import { createAccount, createExhibitor, createFair, createMember } from '#tests/factories/fair'
import { editDraft } from '#tests/factories/publishedFair'
import { lockFair } from '#tests/helpers/lockFair'
import { rejectedWith } from '#tests/helpers/reject'
import { testDeps } from '#tests/helpers/testDeps'
import {
  bring,
  database,
  deps,
  EVENTS,
  event,
  fairId,
  fileOf,
  imported,
  look,
  owner,
  people,
  plan,
  services,
  set,
  talkCalled,
  titles,
  undo,
  upload,
  withImports,
  zero,
} from './importBench'

withImports()

describe('a look', () => {
  it('says what would come, and changes nothing', async () => {
    const importId = await upload(fileOf(EVENTS))
    const dry = await look(importId)
    expect(dry.counts).toEqual({
      talks: { ...zero, new: 3 },
      stages: { ...zero, new: 2 },
      people: { ...zero, new: 3 },
    })
    expect(dry.talks.map(({ title }) => title).sort()).toEqual(['Sessie 0', 'Sessie 1', 'Sessie 2'])
    expect([await titles(), await people(), (await loadPlan(database.sql, fairId)).position]).toEqual([[], [], 1])
    expect((await look(importId)).fingerprint).toBe(dry.fingerprint)
  })

  it('a file that cannot be read is refused with why, and not kept', async () => {
    for (const [text, refusal] of [
      ['', 'empty'],
      ['<html><body>404</body></html>', 'notSchedule'],
      ['<schedule><day', 'notXml'],
      ['{"a":', 'notJson'],
      ['just some words', 'columnsMissing'],
      ['\u0000\u0001\u0002', expect.any(String)],
    ] as const) {
      const error = await rejectedWith(upload(new TextEncoder().encode(text)), 'SCHEDULE_REFUSED')
      expect(error.params.refusal, text).toEqual(refusal)
    }
    expect(await database.sql`select from import_uploads where fair_id = ${fairId}`).toHaveLength(0)
  })

  it('is gone after a day, with the file', async () => {
    const importId = await upload(fileOf(EVENTS))
    deps.clock.advance(25 * 3_600_000)
    await services.imports.forgetUploads()
    await rejectedWith(look(importId), 'UPLOAD_GONE')
    await rejectedWith(bring(importId), 'UPLOAD_GONE')
  })

  it('names of files are cut and cleaned', async () => {
    const importId = await upload(fileOf(EVENTS), `a\u0000b\n${'é'.repeat(500)}\ud800`)
    const { fileName } = await look(importId)
    expect(fileName).toMatch(/^a b é+$/)
    expect(fileName.length).toBeLessThanOrEqual(200)
  })
})

describe('an import', () => {
  it('brings talks, stages and people together, once', async () => {
    const importId = await upload(fileOf(EVENTS))
    const { fingerprint } = await look(importId)
    const summary = await bring(importId, fingerprint)
    expect(await titles()).toEqual(['Sessie 0', 'Sessie 1', 'Sessie 2'])
    expect(await people()).toEqual(['Spreker 0', 'Spreker 1', 'Spreker 2'])
    expect((await loadPlan(database.sql, fairId)).position).toBe(2)
    expect(await bring(importId, fingerprint)).toEqual(summary)
    expect((await loadPlan(database.sql, fairId)).position).toBe(2)
    const [entry, ...more] = await services.imports.listImports(owner, { fairId })
    expect([entry?.id, entry?.fileName, entry?.by, more]).toEqual([importId, 'schedule.json', owner.name, []])
    const { speakerIds, slot, state, guid } = await talkCalled('Sessie 1')
    expect([speakerIds.length, slot?.[2], state, guid]).toEqual([1, 45, 'confirmed', EVENTS[1]?.guid])
    expect(await database.sql`select from import_uploads where id = ${importId}`).toHaveLength(0)
  })

  it('new stages lie apart in a hall of their own, which grows', async () => {
    await imported(EVENTS)
    await imported([...EVENTS, ...[3, 4, 5, 6, 7].map((n) => event(n, { room: `Extra ${n}` }))])
    const { halls, stages } = await plan()
    expect(halls.size).toBe(2)
    const hall = [...halls.values()].find(({ id }) => id !== 'hall')
    expect(hall?.name).toEqual({ nl: 'Zalen (ingevoerd)', fr: 'Salles (importées)', en: 'Rooms (imported)' })
    const places = [...stages.values()].map(({ place, hallId }) => {
      expect(hallId).toBe(hall?.id)
      return place
    })
    expect(places).toHaveLength(7)
    const [, , corner = [0, 0]] = hall?.outline ?? []
    places.forEach(([x, y, width, depth], index) => {
      expect(x >= 0 && y >= 0 && x + width <= corner[0] && y + depth <= corner[1]).toBe(true)
      for (const [ox, oy, ow, od] of places.slice(index + 1))
        expect(x + width <= ox || ox + ow <= x || y + depth <= oy || oy + od <= y).toBe(true)
    })
  })

  it('again: nothing is doubled, what the file changed changes', async () => {
    await imported(EVENTS)
    const before = await plan()
    const again = await upload(fileOf(EVENTS))
    expect((await look(again)).counts).toEqual({
      talks: { ...zero, same: 3 },
      stages: { ...zero, same: 2 },
      people: { ...zero, same: 3 },
    })
    await bring(again)
    expect(await plan()).toEqual(before)
    const later = await upload(
      fileOf([
        event(0),
        event(1, {
          title: 'Nieuwe titel',
          persons: [{ guid: '0f8fad5b-d9cb-469f-a165-000000000001', name: 'Spreker Een' }],
        }),
        event(2),
        event(3),
      ]),
    )
    const dry = await look(later)
    expect(dry.counts).toEqual({
      talks: { new: 1, changed: 1, same: 2 },
      stages: { ...zero, same: 2 },
      people: { new: 1, changed: 1, same: 2 },
    })
    expect(dry.talks.find(({ fate }) => fate === 'changed')).toMatchObject({ changed: ['title'] })
    expect(dry.overwritten).toEqual([])
    await bring(later, dry.fingerprint)
    expect(await titles()).toEqual(['Nieuwe titel', 'Sessie 0', 'Sessie 2', 'Sessie 3'])
    expect(await people()).toEqual(['Spreker 0', 'Spreker 2', 'Spreker 3', 'Spreker Een'])
  })

  it('says what organisers changed since and would lose', async () => {
    await imported(EVENTS)
    const { id } = await talkCalled('Sessie 1')
    await set('talks', id, { title: { nl: 'Ons idee' }, audience: 40 })
    await database.sql`update people set name = 'S. Nul' where fair_id = ${fairId} and name = 'Spreker 0'`
    const importId = await upload(fileOf(EVENTS))
    const dry = await look(importId)
    expect(dry.overwritten).toEqual([
      { kind: 'talk', name: expect.any(String), fields: ['title'] },
      { kind: 'person', name: 'Spreker 0', fields: [] },
    ])
    await bring(importId, dry.fingerprint)
    expect(await talkCalled('Sessie 1')).toMatchObject({ id, audience: 40 })
    expect(await people()).toContain('Spreker 0')
  })

  it('that would do something else than was shown is refused', async () => {
    await imported(EVENTS)
    const importId = await upload(fileOf(EVENTS.map((one) => ({ ...one, title: `${one.title}!` }))))
    const { fingerprint } = await look(importId)
    const { id } = await talkCalled('Sessie 1')
    await set('talks', id, { title: { nl: 'Andere titel' } })
    await rejectedWith(bring(importId, fingerprint), 'DRAFT_CHANGED')
    expect(await titles()).toEqual(['Andere titel', 'Sessie 0', 'Sessie 2'])
    const now = await look(importId)
    await bring(importId, now.fingerprint)
    expect(await titles()).toEqual(['Sessie 0!', 'Sessie 1!', 'Sessie 2!'])
  })

  it('goes on though somebody worked on something else meanwhile', async () => {
    const importId = await upload(fileOf(EVENTS))
    const { fingerprint } = await look(importId)
    await editDraft(deps, fairId, [{ op: 'set', kind: 'booths', id: 'b0', fields: { number: 'Z1' } }])
    await bring(importId, fingerprint)
    expect(await titles()).toHaveLength(3)
  })

  it('confirmed twice at once is done once; two of the same file do not double', async () => {
    const [one, other] = [await upload(fileOf(EVENTS)), await upload(fileOf(EVENTS))]
    const { fingerprint } = await look(one)
    const outcomes = await Promise.allSettled([
      bring(one, fingerprint),
      bring(one, fingerprint),
      bring(other, fingerprint),
      bring(other, fingerprint),
    ])
    expect(await titles()).toHaveLength(3)
    expect(await people()).toHaveLength(3)
    const failed = outcomes.filter((outcome) => outcome.status === 'rejected')
    for (const { reason } of failed) expect(reason).toMatchObject({ code: 'DRAFT_CHANGED' })
    expect(failed).toHaveLength(2)
  })

  it('that fails half-way leaves nothing behind', async () => {
    const importId = await upload(fileOf(EVENTS))
    for (const step of ['comparing', 'programme', 'people', 'saving']) {
      const onProgress = (progress: { step: string }) => {
        if (progress.step === step) throw new Error('the power went out')
      }
      await expect(
        services.imports.importSchedule(owner, { fairId, importId, state: 'confirmed', fingerprint: null, onProgress }),
      ).rejects.toThrow('power')
      expect([await titles(), await people(), (await loadPlan(database.sql, fairId)).position]).toEqual([[], [], 1])
    }
    await bring(importId)
    expect(await titles()).toHaveLength(3)
  })

  it('whose connection is cut leaves nothing behind, and can be tried again', async () => {
    const importId = await upload(fileOf(EVENTS))
    const mine = database.connectAgain()
    const own = createServices(testDeps(mine))
    const letGo = await lockFair(database.sql, fairId)
    const waiting = own.imports.importSchedule(owner, { fairId, importId, state: 'confirmed', fingerprint: null }).then(
      () => 'done',
      () => 'failed',
    )
    await new Promise((resolve) => setTimeout(resolve, 300))
    await database.sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = ${database.name} and wait_event_type = 'Lock'`
    expect(await waiting).toBe('failed')
    await letGo()
    expect([await titles(), await people()]).toEqual([[], []])
    await bring(importId)
    expect(await titles()).toHaveLength(3)
  })
})

describe('others', () => {
  it('exhibitors and strangers can do nothing here; nor can an organiser of another fair', async () => {
    const importId = await upload(fileOf(EVENTS))
    const exhibitor = await createAccount(database.sql)
    await createExhibitor(database.sql, fairId, exhibitor)
    const stranger = await createAccount(database.sql)
    const elsewhere = await createFair(database.sql)
    const neighbour = await createAccount(database.sql)
    await createMember(database.sql, elsewhere, neighbour, 'owner')
    for (const [person, code] of [
      [exhibitor, 'FORBIDDEN'],
      [stranger, 'NOT_FOUND'],
      [neighbour, 'NOT_FOUND'],
    ] as const) {
      const input = { fairId, importId, state: 'confirmed', fingerprint: null } as const
      await rejectedWith(
        services.imports.uploadSchedule(person, { fairId, fileName: 'x', bytes: fileOf(EVENTS) }),
        code,
      )
      await rejectedWith(services.imports.previewScheduleImport(person, input), code)
      await rejectedWith(services.imports.importSchedule(person, input), code)
      await rejectedWith(services.imports.undoImport(person, { fairId, importId }), code)
      await rejectedWith(services.imports.listImports(person, { fairId }), code)
    }
    const theirs = { fairId: elsewhere, importId, state: 'confirmed', fingerprint: null } as const
    await rejectedWith(services.imports.importSchedule(neighbour, theirs), 'UPLOAD_GONE')
    await bring(importId)
    await rejectedWith(services.imports.undoImport(neighbour, { fairId: elsewhere, importId }), 'NOT_FOUND')
    expect(await titles()).toHaveLength(3)
  })

  it('an archived fair takes none', async () => {
    const importId = await imported(EVENTS)
    await database.sql`update fairs set archived_at = now() where id = ${fairId}`
    await rejectedWith(upload(fileOf(EVENTS)), 'FAIR_ARCHIVED')
    await rejectedWith(undo(importId), 'FAIR_ARCHIVED')
  })

  it('sixty files an hour are enough', async () => {
    for (let n = 0; n < 60; n++) await upload(fileOf([event(0)]))
    await rejectedWith(upload(fileOf([event(0)])), 'TOO_MANY_REQUESTS')
  })
})
