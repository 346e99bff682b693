import type { signups as source } from '../en/signups'
import type { Messages } from '../messages'

export const signups: Messages<typeof source> = {
  title: 'Inschrijven',
  left_one: 'Nog {{count}} van de {{seats}} plaatsen is vrij.',
  left_other: 'Nog {{count}} van de {{seats}} plaatsen zijn vrij.',
  full: 'Alle {{seats}} plaatsen zijn bezet.',
  waiting_one: '{{count}} persoon wacht.',
  waiting_other: '{{count}} mensen wachten.',
  mine: {
    seated: 'Je hebt een plaats.',
    waiting:
      'Je staat op de wachtlijst, plaats {{position}}. Komt er een plaats vrij, dan is ze voor jou en krijg je een mail.',
  },
  take: 'Neem een plaats',
  queue: 'Op de wachtlijst',
  giveUp: {
    seated: 'Geef mijn plaats terug',
    waiting: 'Van de wachtlijst af',
    hint: 'Wie na je komt, krijgt je plaats.',
  },
  seen: 'De organisatoren zien je naam en e-mailadres. De sessie staat ook in je programma.',
  signIn: 'Meld je aan om een plaats te nemen',
  said: {
    seated: 'Je hebt een plaats. Ze staat in je programma.',
    waiting: 'Je staat op de wachtlijst. Komt er een plaats vrij, dan krijg je een mail.',
    cancelled: 'Je hebt je plaats teruggegeven.',
  },
  list: {
    title: 'Inschrijvingen',
    lead: 'Wie een plaats heeft en wie wacht, voor sessies met een beperkt aantal plaatsen.',
    open: 'Bekijk wie zich inschreef',
    csv: 'Bewaar als CSV',
    seated: '{{seated}} van de {{seats}} plaatsen bezet',
    cancelled: 'Geannuleerd',
    nobody: 'Nog niemand heeft zich ingeschreven.',
    columns: { name: 'Naam', email: 'E-mail', state: 'Plaats', at: 'Sinds' },
    state: { seated: 'Plaats', waiting: 'Wachtlijst' },
    empty: {
      title: 'Geen enkele sessie heeft een beperkt aantal plaatsen',
      text: 'Geef een sessie in het programma een aantal plaatsen en publiceer: bezoekers kunnen zich dan inschrijven.',
    },
  },
}
