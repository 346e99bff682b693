import type { mails as source } from '../en/mails'
import type { Messages } from '../messages'

export const mails: Messages<typeof source> = {
  greeting: 'Dag {{name}},',
  greetingNobody: 'Dag,',
  signature: 'De organisatoren van {{fair}}',
  product: 'Beursvloer',
  address: 'Werkt de knop niet? Open dan dit adres:',
  claimConfirmed: {
    subject: 'Stand {{booth}} is van jou – {{fair}}',
    text: 'De organisatoren van {{fair}} hebben stand {{booth}} bevestigd voor {{exhibitor}}. Vanaf nu vinden bezoekers je daar.',
    next: 'Een goed moment om je profiel na te kijken: dat is wat bezoekers lezen.',
    button: 'Naar mijn stand',
  },
  claimDeclined: {
    subject: 'Stand {{booth}} kon je niet krijgen – {{fair}}',
    text: 'De organisatoren van {{fair}} konden stand {{booth}} niet aan {{exhibitor}} geven. Ze schrijven:',
    next: 'De stand is weer vrij, en jij ook: kies een andere.',
    button: 'Bekijk de vrije stands',
  },
  holdExpiring: {
    subject: 'Stand {{booth}} wordt niet lang meer voor je vastgehouden – {{fair}}',
    text: 'Stand {{booth}} wordt voor {{exhibitor}} vastgehouden tot {{until}}. Vraag hem voor die tijd aan, anders komt hij vrij voor anderen.',
    button: 'Vraag hem nu aan',
  },
  holdExpired: {
    subject: 'Stand {{booth}} wordt niet meer voor je vastgehouden – {{fair}}',
    text: 'De tijd waarin stand {{booth}} voor {{exhibitor}} werd vastgehouden is om; anderen mogen hem nu nemen. Is hij nog vrij, dan kan je hem opnieuw vasthouden of aanvragen.',
    button: 'Bekijk de stands',
  },
  claimMoved: {
    subject: 'Je hebt een andere stand: {{to}} – {{fair}}',
    text: 'De organisatoren van {{fair}} hebben {{exhibitor}} verplaatst van stand {{from}} naar stand {{to}}.',
    button: 'Bekijk de nieuwe stand',
  },
  boothChanged: {
    subject: 'Er is iets veranderd aan stand {{booth}} – {{fair}}',
    text: 'Het plan van {{fair}} is opnieuw gepubliceerd. Voor {{exhibitor}} verandert dit:',
    moved: 'Stand {{booth}} staat op een andere plaats.',
    resized: 'Stand {{booth}} heeft een andere grootte.',
    renumbered: 'Stand {{before}} heet nu {{booth}}.',
    gone: 'Stand {{before}} staat niet meer op het plan. De organisatoren nemen contact met je op, of je kiest een andere.',
    button: 'Bekijk mijn stand',
  },
  seatFreed: {
    subject: 'Je hebt een plaats: {{talk}} – {{fair}}',
    text: 'Er kwam een plaats vrij voor “{{talk}}”. Jij stond als eerste op de wachtlijst, dus ze is voor jou.',
    when: 'De sessie begint op {{start}}.',
    next: 'Kun je toch niet komen? Geef je plaats dan terug, zodat wie na jou komt ze krijgt.',
    button: 'Bekijk de sessie',
  },
  invitation: {
    subject: '{{inviter}} nodigt je uit voor {{fair}}',
    organiser:
      '{{inviter}} vraagt je om samen {{fair}} te organiseren: het plan tekenen, exposanten antwoorden, publiceren.',
    exhibitor: '{{inviter}} nodigt je uit als exposant op {{fair}}: kies een stand en vertel bezoekers wat je toont.',
    button: 'Neem de uitnodiging aan',
    once: 'De link werkt één keer. Verwachtte je dit niet, dan hoef je niets te doen.',
  },
  signInLink: {
    subject: 'Meld je aan bij Beursvloer',
    text_one: 'Druk op de knop om je aan te melden. De link werkt één keer, {{count}} minuut lang.',
    text_other: 'Druk op de knop om je aan te melden. De link werkt één keer, {{count}} minuten lang.',
    button: 'Aanmelden',
    unexpected: 'Heb je dit niet gevraagd? Dan hoef je niets te doen: zonder deze mail komt niemand binnen.',
  },
}
