import fc from 'fast-check'
import type { Plan } from '#shared/document/records'
import { type OpeningHours, openSpans } from '#shared/fairs/openingHours'
import type { BoothId } from '#shared/kernel/ids'
import { minuteOf } from '#shared/programme/time'
import type { BruteContext } from './bruteForce'
import { BRUSSELS, person, programmeOf, stage } from './fixtures'

export { runs, seed } from '../plan/planArbitrary'

/** The last evening before and the day of each change of summer time, and an evening like any other. */
const NIGHTS = [
  { days: ['2027-03-27', '2027-03-28'], middle: '2027-03-28T01:00:00Z' },
  { days: ['2027-10-30', '2027-10-31'], middle: '2027-10-31T01:00:00Z' },
  { days: ['2027-06-11', '2027-06-12'], middle: '2027-06-11T22:00:00Z' },
] as const
export type Night = (typeof NIGHTS)[number]
export const anyNight = fc.constantFrom(...NIGHTS)

/** Crowded on purpose: within four hours of the night's middle, mostly on the raster. */
const anyStart = ({ middle }: Night) =>
  fc
    .tuple(fc.integer({ min: -48, max: 48 }), fc.constantFrom(0, 0, 0, 1))
    .map(([steps, beside]) => minuteOf(new Date(middle)) + steps * 5 + beside)

/** `lost` stands in a hall that is gone, `gone` is no stage at all. */
const anyStageId = fc.constantFrom('a', 'a', 'b', 'b', 'c', 'd', 'lost', 'gone')
export const anySlot = (night: Night) =>
  fc.tuple(anyStageId, anyStart(night), fc.oneof(fc.constantFrom(5, 15, 30, 60), fc.integer({ min: 1, max: 120 })))

const PEOPLE = ['p1', 'p2', 'p3', 'p4', 'stranger']

export const anyTalkFields = (night: Night) =>
  fc
    .record({
      kind: fc.constantFrom('talk', 'talk', 'workshop', 'networking', 'break', 'blocker'),
      state: fc.constantFrom('idea', 'invited', 'confirmed', 'confirmed', 'cancelled'),
      removed: fc.constantFrom(false, false, false, false, false, true),
      sectorId: fc.constantFrom('s1', 's2', null),
      speakerIds: fc.array(fc.constantFrom(...PEOPLE), { maxLength: 3 }),
      audience: fc.constantFrom(null, 0, 20, 21, 50),
      seats: fc.constantFrom(null, null, 20, 21),
      needs: fc.uniqueArray(fc.constantFrom('projector', 'power', 'own rope'), { maxLength: 3 }),
      prerequisiteId: fc.constantFrom(null, null, 't0', 't1', 't2', 't99'),
      slot: fc.option(anySlot(night), { freq: 8 }),
      repeats: fc.array(anySlot(night), { maxLength: 2 }),
    })
    .map(({ repeats, ...fields }) => ({
      ...fields,
      title: { nl: 'Sessie' },
      ...Object.fromEntries(repeats.map((slot, i) => [`slot:r${i}`, slot])),
    }))

const anyStages = (night: Night) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), {
        minLength: 5,
        maxLength: 5,
      }),
      fc.array(
        fc.record(
          {
            capacity: fc.constantFrom(20, 49),
            equipment: fc.subarray(['projector', 'power']),
            availability: fc.array(anySpan(night), { maxLength: 3 }),
          },
          { requiredKeys: [] },
        ),
        { minLength: 5, maxLength: 5 },
      ),
    )
    .map(([places, more]) =>
      // Steps of 12 m: several lie exactly some minutes apart.
      places.map(([x, y], i) =>
        stage(['a', 'b', 'c', 'd', 'lost'][i]!, [x * 12, y * 12], {
          ...more[i],
          hallId: ['h1', 'h1', 'h1', 'h2', 'h9'][i],
        }),
      ),
    )

const anySpan = (night: Night) =>
  fc
    .tuple(anyStart(night), fc.integer({ min: 1, max: 300 }))
    .map(([from, minutes]) => [from, from + minutes] as [number, number])

export const anyProgramme = (night: Night, most = 12): fc.Arbitrary<Plan> =>
  fc.tuple(fc.array(anyTalkFields(night), { maxLength: most }), anyStages(night)).map(([talks, stages]) =>
    programmeOf({
      stages,
      talks: talks.map((fields, i) => ({ id: `t${i}`, ...fields })),
      sectors: ['s1', 's2'].map((id, tint) => ({ id, name: { nl: id }, code: 'S', tint })),
    }),
  )

/** Hours that begin and end where clocks do not change. */
const anyHours = ({ days }: Night): fc.Arbitrary<OpeningHours[]> =>
  fc
    .tuple(
      ...days.map((day) =>
        fc.option(
          fc.record({
            day: fc.constant(day as string),
            opens: fc.constantFrom('00:00', '01:00', '09:00'),
            closes: fc.constantFrom('04:00', '22:30', '23:59'),
          }),
        ),
      ),
    )
    .map((spans) => spans.filter((hours) => hours !== null && hours.opens < hours.closes) as OpeningHours[])

export const anyContext = (night: Night): fc.Arbitrary<BruteContext> =>
  fc
    .record({
      hours: anyHours(night),
      changeover: fc.constantFrom(0, 5, 10, 60),
      people: fc.array(
        fc.record({
          availability: fc.option(fc.array(anySpan(night), { maxLength: 2 })),
          soleBoothIds: fc.subarray(['b1', 'b2'] as BoothId[]),
        }),
        { minLength: 4, maxLength: 4 },
      ),
    })
    .map(({ hours, changeover, people }) => ({
      timeZone: BRUSSELS,
      hours,
      changeover,
      openSpans: openSpans(hours, BRUSSELS).map(({ from, until }) => [minuteOf(from), minuteOf(until)] as const),
      people: new Map(people.map((facts, i) => person(PEOPLE[i]!, facts)).map((facts) => [facts.id, facts])),
    }))
