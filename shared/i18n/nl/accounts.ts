import type { accounts as source } from '../en/accounts'
import type { Messages } from '../messages'

export const accounts: Messages<typeof source> = {
  signIn: {
    title: 'Aanmelden',
    lead: 'Geef je e-mailadres en je krijgt een link waarmee je je aanmeldt. Een wachtwoord heb je niet nodig.',
    first: 'Meld je aan om verder te gaan. Daarna kom je terug op de pagina die je wilde zien.',
    email: 'E-mailadres',
    submit: 'Stuur me een link',
    sentTitle: 'Kijk in je mailbox',
    sent: 'Er is een link onderweg naar {{email}}. Hij werkt één keer, binnen {{minutes}} minuten.',
    nothing: 'Na enkele minuten nog niets? Kijk bij de ongewenste mail, of vraag een nieuwe link.',
    again: 'Een ander adres gebruiken',
    noMail: 'Deze installatie verstuurt geen mails. Wie ze beheert, kan de link voor je afdrukken met dit commando:',
    demo: 'Kijk je alleen even rond? Voor de demo heb je geen adres nodig.',
    demoLink: 'Naar de demo',
  },
  confirm: {
    title: 'Bijna klaar',
    lead: 'Nog één klik en je bent aangemeld als {{email}}.',
    newLead: 'Voor {{email}} is er nog geen account. Zeg ons je naam en we maken er een.',
    name: 'Je naam',
    nameHint: 'De mensen met wie je een beurs plant, zien hem.',
    submit: 'Aanmelden',
    submitNew: 'Maak mijn account',
    other: 'Niet jouw adres? Sluit deze pagina: er gebeurt niets.',
    askAgain: 'Vraag een nieuwe link',
  },
  account: {
    title: 'Mijn account',
    saved: 'Bewaard.',
    profile: 'Over jou',
    name: 'Naam',
    email: 'E-mailadres',
    language: 'Taal van pagina’s en mails',
    demo: 'Je bent een demopersoon. Anderen zijn op dit moment misschien dezelfde persoon; daarom blijven naam en account zoals ze zijn.',
    fairs: 'Je beurzen',
    noFairs: 'Je zit nog in geen enkele beurs. Maak er een, of volg de uitnodiging van een organisator.',
    newFair: 'Nieuwe beurs',
    sessions: 'Waar je aangemeld bent',
    devices_one: 'Op {{count}} toestel of browser.',
    devices_other: 'Op {{count}} toestellen of browsers.',
    signOutEverywhere: 'Overal afmelden',
    signOutHint:
      'Wijzigingen aan een plan die de server nog niet bereikt hebben, blijven op het toestel waar je ze maakte.',
    data: 'Je gegevens',
    dataLead: 'Alles wat we over je bewaren, als bestand dat andere programma’s kunnen lezen.',
    download: 'Mijn gegevens downloaden (JSON)',
    delete: 'Mijn account verwijderen',
    deleteLead:
      'Je account, rollen en wachtende mails verdwijnen, en je contactgegevens gaan weg bij de exposanten. Stands en plannen blijven bij hun beurs. Dit kan niet ongedaan gemaakt worden.',
    deleteCheck: 'Ja, verwijder mijn account voorgoed',
    deleteSubmit: 'Mijn account verwijderen',
    lastOwner:
      'Deze beurzen zouden geen eigenaar meer hebben: {{fairs}}. Maak eerst iemand anders eigenaar, of archiveer ze.',
  },
  roles: { owner: 'Eigenaar', organiser: 'Organisator', exhibitor: 'Exposant' },
}
