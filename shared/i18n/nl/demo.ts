import type { demo as source } from '../en/demo'
import type { Messages } from '../messages'

export const demo: Messages<typeof source> = {
  title: 'Probeer alles uit',
  lead: 'Dit is een demo met een verzonnen beurs. Wees wie je wilt, zonder adres; niets verlaat deze computer.',
  organiser: {
    title: 'Als organisator',
    lead: 'Teken de hal, geef sectoren hun stands, beantwoord aanvragen, publiceer. Open een tweede venster als een andere organisator en zie elkaar aan het werk.',
    number: 'Organisator {{n}}',
    enter: 'Binnengaan als organisator',
  },
  exhibitor: {
    title: 'Als exposant',
    lead: 'Zoek een vrije stand, hou hem vast, vraag hem aan, stel jezelf voor. Exposanten 11 tot 20 hebben nog geen stand.',
    number: 'Exposant {{n}}',
    enter: 'Binnengaan als exposant',
  },
  visitor: {
    title: 'Als bezoeker',
    lead: 'Zoek sectoren, exposanten en stands op, liefst op een telefoon. Daarvoor meld je je niet aan.',
    enter: 'Bekijk de beurzen',
  },
  chooseN: 'Welke?',
  mails: {
    title: 'Mails aan demopersonen',
    lead: 'In de demo wordt niets verstuurd. Dit hadden de demopersonen gekregen.',
    link: 'Lees de mails aan demopersonen',
    empty: 'Nog geen mail',
    emptyHint: 'Bevestig of weiger een aanvraag als organisator en kijk dan opnieuw.',
    calendar: 'Bijlage: het agendabestand',
    to: 'Aan {{name}}',
  },
}
