import { type NewFairInput, newFairSchema } from '#shared/fairs/fairInput'

/** What the form for a new fair hands over, before and after it is checked. */
export const newFair = {
  raw: () => ({
    name: { nl: 'Voorjaarsbeurs' },
    summary: {},
    startsOn: '2027-03-12',
    endsOn: '2027-03-13',
    openingHours: [
      { day: '2027-03-12', opens: '10:00', closes: '18:00' },
      { day: '2027-03-13', opens: '10:00', closes: '17:00' },
    ],
    timeZone: 'Europe/Brussels',
    venueName: 'Gare Maritime',
    venueAddress: 'Picardstraat 11\n1000 Brussel',
    directions: {},
    slug: '',
    start: { from: 'hall', hall: { name: '', widthMm: 70_000, depthMm: 64_000 }, defaultSectors: true },
  }),
  input: (changes: Record<string, unknown> = {}): NewFairInput => newFairSchema.parse({ ...newFair.raw(), ...changes }),
}
