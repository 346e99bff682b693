import type { FairId } from '#shared/kernel/ids'

export const DEMO_FAIR_ID = 'smart-beroepsbeurs-2027' as FairId

/** What the demo fair says of itself. The venue is made up. */
export const DEMO_FAIR = {
  slug: 'smart-beroepsbeurs-2027',
  name: { nl: 'Smart Beroepsbeurs 2027', fr: 'Salon des métiers Smart 2027', en: 'Smart Professional Fair 2027' },
  summary: {
    nl: 'Alle sectoren van de coöperatie onder één dak: ontmoet vakmensen, bekijk hun werk en vind de partner die je project zoekt.',
    fr: 'Tous les secteurs de la coopérative sous un même toit : rencontrez des professionnels, découvrez leur travail et trouvez le partenaire que cherche votre projet.',
    en: 'Every sector of the cooperative under one roof: meet people who know their trade, see their work, and find the partner that your project seeks.',
  },
  startsOn: '2027-03-12',
  endsOn: '2027-03-13',
  openingHours: [
    { day: '2027-03-12', opens: '10:00', closes: '19:00' },
    { day: '2027-03-13', opens: '10:00', closes: '17:00' },
  ],
  timeZone: 'Europe/Brussels',
  venueName: 'Kaaihallen',
  venueAddress: 'Voorbeeldkaai 27, 1000 Brussel',
  directions: {
    nl: 'Tien minuten te voet van station Brussel-Noord, langs het kanaal. Tram 51, halte Sainctelette. Fietsenstalling aan de ingang; de hal is drempelloos.',
    fr: 'À dix minutes à pied de la gare de Bruxelles-Nord, le long du canal. Tram 51, arrêt Sainctelette. Parking à vélos à l’entrée ; le hall est de plain-pied.',
    en: 'Ten minutes on foot from Brussels North station, along the canal. Tram 51, stop Sainctelette. Bicycle racks at the entrance; the hall is step-free.',
  },
} as const

export const DEMO_PERSON_COUNT = 20
export type DemoRole = 'organiser' | 'exhibitor'

/** The account of a demo person; its e-mail address can never receive anything (RFC 2606). */
export const demoAccountId = (role: DemoRole, n: number) => `demo-${role}-${n}`

const ORGANISERS = [
  'Amal',
  'Birgit',
  'Cyriel',
  'Dalila',
  'Eline',
  'Floris',
  'Ghita',
  'Hugo',
  'Inès',
  'Jef',
  'Karima',
  'Louis',
  'Mira',
  'Noor',
  'Otto',
  'Pia',
  'Quinten',
  'Rania',
  'Stijn',
  'Tess',
]

/** First names only: nobody is meant. */
export const demoOrganiserName = (n: number): string => ORGANISERS[n - 1] ?? `Demo ${n}`
