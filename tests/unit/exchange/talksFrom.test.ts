import { describe, expect, it } from 'vitest'
import type { Change, Patch } from '#shared/document/patch'
import { emptyPlan } from '#shared/document/plan'
import { decodeRecord, type Plan } from '#shared/document/records'
import type { KnownPerson } from '#shared/exchange/schedule/importPlan'
import { readScheduleJson } from '#shared/exchange/schedule/readScheduleJson'
import { readScheduleXml } from '#shared/exchange/schedule/readScheduleXml'
import { scheduleOf } from '#shared/exchange/schedule/scheduleOf'
import { talksFrom } from '#shared/exchange/schedule/talksFrom'
import type { ReadSchedule, Schedule } from '#shared/exchange/schedule/types'
import { writeScheduleJson } from '#shared/exchange/schedule/writeScheduleJson'
import { writeScheduleXml } from '#shared/exchange/schedule/writeScheduleXml'
import type { FairId } from '#shared/kernel/ids'
import { releasedProgramme } from '#shared/programme/release'

const GUID = '7c9e6679-7425-40de-944b-e07fc1f90ae7'
const OTHER = '0f8fad5b-d9cb-469f-a165-70867728950e'

const xml = (events: string, room = 'Zaal 1') =>
  `<schedule><version>1</version><conference><acronym>gast</acronym><title>Gastbeurs</title><time_zone_name>Europe/Brussels</time_zone_name></conference>
  <day index="1" date="2027-03-12"><room name="${room}">${events}</room></day></schedule>`

const talk = (inside = '', { id = 12, guid = GUID, title = 'Werken in de kunst', time = '10:00' } = {}) =>
  `<event id="${id}" guid="${guid}"><date>2027-03-12T${time}:00+01:00</date><duration>00:45</duration><title>${title}</title>
   <persons><person id="5">Zoë Peeters</person></persons>${inside}</event>`

function read(result: ReadSchedule): Schedule {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.schedule
}
const parse = (text: string) => read(readScheduleXml(text, { timeZone: 'Europe/Brussels' }))

/** A draft with its people, which takes what an import says. */
function draft(plan: Plan = emptyPlan()) {
  let count = 0
  const people: KnownPerson[] = []
  const take = (schedule: Schedule) => {
    const newId = () => `n${count++}`
    const imported = talksFrom(schedule, { fairId: 'fair', plan, people, newId, hallId: null, state: 'confirmed' })
    apply(plan, imported.patch)
    for (const { fate: _fate, ...person } of imported.people) {
      const at = people.findIndex(({ id }) => id === person.id)
      people.splice(at < 0 ? people.length : at, at < 0 ? 0 : 1, person)
    }
    return imported
  }
  return { plan, people, take, only: () => [...plan.talks.values()][0]! }
}

function apply(plan: Plan, patch: Patch) {
  for (const change of patch as Change[]) {
    const records = plan[change.kind] as Map<string, object>
    const before = records.get(change.id) as { id?: string } | undefined
    if (change.op === 'delete') records.delete(change.id)
    else {
      const { id: _id, ...fields } = before ?? {}
      const decoded = decodeRecord(
        change.kind,
        change.id,
        change.op === 'put' ? change.fields : { ...fields, ...change.fields },
      )
      if (!decoded.ok) throw new Error(JSON.stringify(decoded.malformed))
      records.set(change.id, decoded.record)
    }
  }
}

const released = (plan: Plan) => ({ number: 3, plan, programme: releasedProgramme(plan) })
const fair = {
  id: 'fair' as FairId,
  slug: 'voorjaarsbeurs',
  name: { nl: 'Voorjaarsbeurs' },
  summary: null,
  venueName: 'Gare Maritime',
  startsOn: '2027-03-12',
  endsOn: '2027-03-13',
  timeZone: 'Europe/Brussels',
}
const exported = ({ plan, people }: ReturnType<typeof draft>, id = 'fair') =>
  scheduleOf({
    release: released(plan),
    speakers: new Map(people.map((person) => [person.id, person])),
    fair: { ...fair, id: id as FairId },
    language: 'nl',
    publicUrl: 'https://beurs.example',
    url: null,
  })

describe('talks out of a file', () => {
  it('come with their stage, their speakers and their language', () => {
    const here = draft()
    const imported = here.take(
      parse(
        xml(talk('<language>fr</language><abstract>&lt;p&gt;Eén&lt;/p&gt;</abstract><description>Twee</description>')),
      ),
    )
    expect(imported.talks.map(({ fate }) => fate)).toEqual(['new'])
    expect(here.only()).toMatchObject({
      title: { nl: 'Werken in de kunst', fr: 'Werken in de kunst' },
      abstract: { fr: 'Eén\n\nTwee' },
      language: 'fr',
      state: 'confirmed',
      guid: GUID,
      slot: [[...here.plan.stages.keys()][0], Date.parse('2027-03-12T09:00:00Z') / 60_000, 45],
      speakerIds: [here.people[0]?.id],
    })
    expect(here.people).toMatchObject([{ name: 'Zoë Peeters', guid: 'id:gast:5' }])
    expect([...here.plan.stages.values()]).toMatchObject([{ name: { nl: 'Zaal 1' } }])
  })

  it('are found again by their guid when they moved, and nothing else of them changes', () => {
    const here = draft()
    here.take(parse(xml(talk())))
    apply(here.plan, [
      {
        op: 'set',
        kind: 'talks',
        id: here.only().id,
        fields: { audience: 80, kind: 'debate', title: { nl: 'Vertaald', en: 'Translated' } },
      },
    ])
    const moved = here.take(parse(xml(talk('', { time: '14:30' }))))
    expect(moved.talks).toMatchObject([{ fate: 'changed', changed: ['title', 'slot'] }])
    expect(here.plan.talks.size).toBe(1)
    expect(here.only()).toMatchObject({
      audience: 80,
      kind: 'debate',
      title: { nl: 'Werken in de kunst', en: 'Translated' },
    })
    expect(here.only().slot?.[1]).toBe(Date.parse('2027-03-12T13:30:00Z') / 60_000)
  })

  it('keep a translation that was made here', () => {
    const here = draft()
    here.take(parse(xml(talk('<language>en</language>', { title: 'Working' }))))
    apply(here.plan, [
      { op: 'set', kind: 'talks', id: here.only().id, fields: { title: { nl: 'Werken', en: 'Working' } } },
    ])
    expect(here.take(parse(xml(talk('<language>en</language>', { title: 'Working' })))).patch).toEqual([])
    here.take(parse(xml(talk('<language>en</language>', { title: 'Working now' }))))
    expect(here.only().title).toEqual({ nl: 'Werken', en: 'Working now' })
  })

  it('are called off by the file, and on again only if it was the file that called them off', () => {
    const here = draft()
    here.take(parse(xml(talk('', { title: 'CANCELLED: Dans' }))))
    expect(here.only()).toMatchObject({ state: 'cancelled', title: { nl: 'Dans' } })
    here.take(parse(xml(talk('', { title: 'Dans' }))))
    expect(here.only().state).toBe('confirmed')
    apply(here.plan, [{ op: 'set', kind: 'talks', id: here.only().id, fields: { state: 'cancelled' } }])
    here.take(parse(xml(talk('', { title: 'Dans' }))))
    expect(here.only().state).toBe('cancelled')
  })

  it('of one identity are one talk that is repeated; with another title they are two', () => {
    const here = draft()
    const repeated = [talk(), talk('', { time: '12:00' }), talk('', { time: '15:00', title: 'Iets anders' })]
    const imported = here.take(parse(xml(repeated.join(''))))
    expect(imported.talks).toHaveLength(2)
    expect(imported.remarks.map(({ code }) => code)).toContain('guidTwice')
    expect(Object.keys(here.only()).filter((key) => key.startsWith('slot:'))).toHaveLength(1)
    expect(here.take(parse(xml(repeated.join('')))).patch).toEqual([])
    here.take(parse(xml([talk(), talk('', { time: '12:30' }), repeated[2]].join(''))))
    expect(here.plan.talks.size).toBe(2)
    expect(Object.entries(here.only()).filter(([key]) => key.startsWith('slot:'))).toHaveLength(1)
  })

  it('bring back a talk that was removed, and its stage is the one of that name', () => {
    const here = draft()
    here.take(parse(xml(talk())))
    apply(here.plan, [{ op: 'set', kind: 'talks', id: here.only().id, fields: { removed: true } }])
    here.take(parse(xml(talk(), 'ZAAL  1')))
    expect(here.only().removed).toBe(false)
    expect(here.plan.stages.size).toBe(1)
  })

  it('know a speaker who was entered by hand by name, and say so; two of that name are nobody', () => {
    const known = (id: string): KnownPerson =>
      ({ id, name: 'zoe  PEETERS', guid: null, biography: {}, links: [], carried: {} }) as unknown as KnownPerson
    const one = draft()
    one.people.push(known('hand'))
    const imported = one.take(parse(xml(talk())))
    expect(imported.people).toMatchObject([{ id: 'hand', fate: 'changed', guid: 'id:gast:5' }])
    expect(imported.remarks.map(({ code }) => code)).toContain('personByName')
    const two = draft()
    two.people.push(known('a'), known('b'))
    expect(two.take(parse(xml(talk()))).people).toMatchObject([{ fate: 'new' }])
  })
})

describe('a release as a file', () => {
  const whole = `<slug>gast-werken-in-de-kunst</slug><subtitle>Sub</subtitle><abstract>&lt;p&gt;Eén&lt;/p&gt;</abstract><description>Twee &lt;b&gt;vet&lt;/b&gt;</description>
    <type>lecture</type><track>Onbekend</track><language>nl</language><url>https://gast.example/12</url><feedback_url>https://gast.example/12/f</feedback_url>
    <recording><license>CC-BY</license><optout>true</optout></recording><logo>https://gast.example/12.png</logo>
    <links><link href="https://gast.example/x">meer</link></links><attachments><attachment href="https://gast.example/s.pdf" type="slides">s</attachment></attachments>`

  it('gives back what came with a talk that has no field of its own', () => {
    const here = draft()
    const came = parse(xml(talk(whole)))
    here.take(came)
    const [event] = exported(here).events
    const { url: _url, originUrl: _origin, persons: _persons, ...same } = came.events[0]!
    expect(event).toMatchObject(same)
    expect(event).toMatchObject({
      url: `https://beurs.example/nl/fairs/voorjaarsbeurs/talks/${here.only().id}`,
      originUrl: 'https://gast.example/12',
    })
    expect(event?.persons).toMatchObject([{ id: 5, name: 'Zoë Peeters' }])
  })

  it('gives what the organisers have written since instead', () => {
    const here = draft()
    here.take(parse(xml(talk(whole))))
    apply(here.plan, [
      { op: 'set', kind: 'talks', id: here.only().id, fields: { abstract: { nl: 'Nieuw' }, kind: 'workshop' } },
    ])
    expect(exported(here).events).toMatchObject([
      { abstract: 'Nieuw', description: '', subtitle: '', type: 'workshop' },
    ])
  })

  it('has numbers and guids that never change and never meet', () => {
    const here = draft()
    here.take(
      parse(
        xml(talk() + talk('', { time: '12:00' }) + talk('', { guid: OTHER, title: 'Ook nummer 12', time: '16:00' })),
      ),
    )
    const ids = (schedule: Schedule) => Object.fromEntries(schedule.events.map(({ guid, id }) => [guid, id]))
    const before = ids(exported(here))
    expect(Object.keys(before)).toHaveLength(3)
    expect(new Set(Object.values(before)).size).toBe(3)
    expect(Object.values(before)).toContain(12)
    const [first] = here.plan.stages.keys()
    apply(here.plan, [
      {
        op: 'put',
        kind: 'talks',
        id: 'zz',
        fields: { title: { nl: 'Nieuw' }, state: 'confirmed', slot: [first!, 30_000_000, 30] },
      },
      { op: 'set', kind: 'talks', id: here.only().id, fields: { slot: [first!, 30_000_100, 30] } },
    ])
    expect(ids(exported(here))).toMatchObject(before)
  })

  it('comes back into its own fair as it was, and into another as new talks', () => {
    const here = draft()
    here.take(
      parse(
        xml(
          talk(whole) +
            talk('', { time: '12:00' }) +
            talk(whole.replace('gast-werken', 'gast-anders'), { id: 13, guid: OTHER, title: 'B', time: '16:00' }),
        ),
      ),
    )
    const schedule = exported(here)
    for (const again of [
      read(readScheduleXml(writeScheduleXml(schedule), { timeZone: 'UTC' })),
      read(readScheduleJson(writeScheduleJson(schedule), { timeZone: 'UTC' })),
    ]) {
      const { talks } = draftOf(here).take(again)
      expect(talks.map(({ fate }) => fate)).not.toContain('new')
      const there = draft()
      expect(new Set(there.take(again).talks.map(({ fate }) => fate))).toEqual(new Set(['new']))
    }
  })

  const draftOf = (other: ReturnType<typeof draft>) => {
    const copy = draft(structuredClone(other.plan) as Plan)
    copy.people.push(...other.people)
    return copy
  }

  it('names two stages of one name apart, and no stage that is not there', () => {
    const plan = emptyPlan()
    const outline = [
      [0, 0],
      [9000, 0],
      [9000, 9000],
    ]
    for (const hall of ['h1', 'h2']) {
      apply(plan, [
        { op: 'put', kind: 'halls', id: hall, fields: { name: { nl: `Hal ${hall}` }, outline } },
        {
          op: 'put',
          kind: 'stages',
          id: `s-${hall}`,
          fields: { hallId: hall, name: { nl: 'Podium' }, place: [0, 0, 5, 5, 0], capacity: 40 },
        },
        {
          op: 'put',
          kind: 'talks',
          id: `t-${hall}`,
          fields: { title: { nl: hall }, state: 'confirmed', slot: [`s-${hall}`, 30_000_000, 45] },
        },
      ])
    }
    apply(plan, [
      {
        op: 'put',
        kind: 'talks',
        id: 'lost',
        fields: { title: { nl: 'weg' }, state: 'confirmed', slot: ['gone', 30_000_000, 45] },
      },
    ])
    const schedule = exported({ ...draft(), plan })
    expect(schedule.events.map(({ room }) => room).sort()).toEqual(['Podium (Hal h1)', 'Podium (Hal h2)'])
    const again = draft(plan).take(read(readScheduleXml(writeScheduleXml(schedule), { timeZone: 'UTC' })))
    expect(again.stages.map(({ fate }) => fate)).toEqual(['same', 'same'])
  })
})
