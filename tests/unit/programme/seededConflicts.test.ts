import { expect, it } from 'vitest'
import type { BoothId } from '#shared/kernel/ids'
import { checkProgramme } from '#shared/programme/conflicts/conflictChecker'
import type { PersonFacts } from '#shared/programme/conflicts/types'
import { seededRandom } from '#tests/helpers/seededRandom'
import { seed } from '../plan/planArbitrary'
import { at, contextOf, person, programmeOf, span, stage, talk } from './fixtures'

const CHANGEOVER = 10
const COUNT = 40

interface World {
  stages: object[]
  talks: object[]
  people: PersonFacts[]
  expected: string[]
}

/** One of each, on stages and with people of its own, at any time of the day; and what the checker must say of it. */
const CROPS: ((world: World, n: number, start: number, random: () => number) => void)[] = [
  ({ stages, talks, expected }, n, start, random) => {
    stages.push(stage(`s${n}`))
    talks.push(talk(`t${n}`, [`s${n}`, start, 45]), talk(`u${n}`, [`s${n}`, start + 5 * Math.floor(random() * 9), 50]))
    expected.push(`stageDouble t${n} u${n}`)
  },
  ({ stages, talks, expected }, n, start, random) => {
    stages.push(stage(`s${n}`), stage(`r${n}`))
    const both = { speakerIds: [`p${n}`] }
    talks.push(talk(`t${n}`, [`s${n}`, start, 45], both))
    talks.push(talk(`u${n}`, [`r${n}`, start + 5 * Math.floor(random() * 9), 50], both))
    expected.push(`speakerDouble t${n} u${n} p${n}`)
  },
  ({ stages, talks, expected }, n, start) => {
    stages.push(stage(`s${n}`, [9, 9], { availability: [[start, start + 44]] }))
    talks.push(talk(`t${n}`, [`s${n}`, start, 45]))
    expected.push(`stageUnavailable t${n}`)
  },
  ({ stages, talks, people, expected }, n, start) => {
    stages.push(stage(`s${n}`))
    people.push(person(`p${n}`, { availability: [[start + 1, start + 600]] }))
    talks.push(talk(`t${n}`, [`s${n}`, start, 45], { speakerIds: [`p${n}`] }))
    expected.push(`speakerUnavailable t${n} p${n}`)
  },
  ({ stages, talks, expected }, n) => {
    stages.push(stage(`s${n}`))
    talks.push(talk(`t${n}`, [`s${n}`, at('17:30'), 31]))
    expected.push(`outsideHours t${n}`)
  },
  ({ stages, talks, expected }, n, start, random) => {
    const capacity = Math.floor(random() * 80)
    stages.push(stage(`s${n}`, [9, 9], { capacity }))
    talks.push(talk(`t${n}`, [`s${n}`, start, 45], { audience: capacity + 1 }))
    expected.push(`overCapacity t${n}`)
  },
  ({ stages, talks, expected }, n, start) => {
    stages.push(stage(`s${n}`, [9, 9], { equipment: ['power'] }))
    talks.push(talk(`t${n}`, [`s${n}`, start, 45], { needs: ['power', 'interpreter'] }))
    expected.push(`missingEquipment t${n}`)
  },
  ({ stages, talks, expected }, n, start) => {
    stages.push(stage(`s${n}`), stage(`r${n}`))
    const sector = { sectorId: `x${n}` }
    talks.push(talk(`t${n}`, [`s${n}`, start, 45], sector), talk(`u${n}`, [`r${n}`, start + 40, 45], sector))
    expected.push(`sectorClash t${n} u${n}`)
  },
  ({ stages, talks, expected }, n, start) => {
    stages.push(stage(`s${n}`), stage(`r${n}`))
    talks.push(
      talk(`t${n}`, [`s${n}`, start, 45]),
      talk(`u${n}`, [`r${n}`, start + 44, 45], { prerequisiteId: `t${n}` }),
    )
    expected.push(`prerequisite t${n} u${n}`)
  },
  ({ stages, talks, expected }, n, start) => {
    stages.push(stage(`s${n}`))
    talks.push(talk(`t${n}`, [`s${n}`, start, 45]), talk(`u${n}`, [`s${n}`, start + 45 + CHANGEOVER - 1, 45]))
    expected.push(`changeover t${n} u${n}`)
  },
  ({ stages, talks, expected }, n, start, random) => {
    const metres = 73 + Math.floor(random() * 500)
    stages.push(stage(`s${n}`, [0, 0]), stage(`r${n}`, [metres, 0]))
    const both = { speakerIds: [`p${n}`] }
    const tooShort = Math.ceil(metres / 72) - 1
    talks.push(talk(`t${n}`, [`s${n}`, start, 45], both), talk(`u${n}`, [`r${n}`, start + 45 + tooShort, 45], both))
    expected.push(`walk t${n} u${n} p${n}`)
  },
  ({ stages, talks, people, expected }, n, start) => {
    stages.push(stage(`s${n}`))
    people.push(person(`p${n}`, { soleBoothIds: [`b${n}` as BoothId] }))
    talks.push(talk(`t${n}`, [`s${n}`, start, 45], { speakerIds: [`p${n}`] }))
    expected.push(`boothAlone t${n} p${n}`)
  },
]

/** As full as a real one and without fault: every talk as near to its limits as it may be. */
function faultless(world: World): void {
  const equipment = ['projector', 'power']
  for (let s = 0; s < 6; s++) {
    world.stages.push(
      stage(`f${s}`, [s * 72, 100], { capacity: 50, equipment, availability: [span('09:00', '18:00')] }),
    )
    for (let i = 0; i < 9; i++) {
      const id = `f${s}x${i}`
      // The speaker of one talk has the next one on the stage beside, a minute's walk away and ten minutes later.
      world.talks.push(
        talk(id, [`f${s}`, at('09:00') + i * 60, 50], {
          audience: 50,
          needs: equipment,
          speakerIds: [`f${(s + i) % 6}`],
          sectorId: `fs${(s + i) % 6}`,
          prerequisiteId: i > 0 ? `f${(s + 1) % 6}x${i - 1}` : null,
        }),
      )
    }
    world.people.push(person(`f${s}`, { availability: [span('09:00', '18:00')] }))
  }
}

it(`finds all of ${COUNT} seeded conflicts and invents none`, () => {
  console.log(`seed ${seed}`)
  for (let round = 0; round < 25; round++) {
    const random = seededRandom(seed + round)
    const world: World = { stages: [], talks: [], people: [], expected: [] }
    faultless(world)
    for (let n = 0; n < COUNT; n++) {
      const crop = CROPS[n < CROPS.length ? n : Math.floor(random() * CROPS.length)]!
      crop(world, n, at('09:00') + Math.floor(random() * 60) * 5, random)
    }
    const { people, expected, ...records } = world
    const shuffled = { ...records, talks: [...records.talks].sort(() => random() - 0.5) }
    const found = checkProgramme(programmeOf(shuffled), contextOf({ changeover: CHANGEOVER }, ...people))
    expect(found.map(({ rule, slots, personIds }) => [rule, ...slots, ...personIds].join(' ')).sort()).toEqual(
      [...expected].sort(),
    )
    expect(expected).toHaveLength(COUNT)
  }
})
