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
  releaseChanged: {
    subject: {
      booth: 'Er is iets veranderd aan stand {{booth}} – {{fair}}',
      talk: '“{{talk}}”: er is iets veranderd – {{fair}}',
      several: 'Wat er voor jou verandert – {{fair}}',
    },
    text: '{{fair}} is opnieuw gepubliceerd. Voor jou verandert dit:',
    booth: {
      title: 'Stand {{booth}} van {{exhibitor}}',
      moved: 'Stand {{booth}} staat op een andere plaats.',
      resized: 'Stand {{booth}} heeft een andere grootte.',
      renumbered: 'Stand {{before}} heet nu {{booth}}.',
      gone: 'Stand {{before}} staat niet meer op het plan. De organisatoren nemen contact met je op, of je kiest een andere.',
    },
    talk: {
      new: 'Ze staat in het programma, en jij spreekt.',
      restored: 'Ze gaat toch door.',
      moved: 'Ze vindt plaats op een ander podium.',
      retimed: 'Ze vindt plaats op een ander moment.',
      cancelled: 'Ze gaat niet door.',
      gone: 'Ze staat niet meer in het programma.',
      scheduled: 'Er is een moment bij gekomen.',
      unscheduled: 'Er valt een moment weg.',
      joined: 'Je bent nu een van de sprekers.',
      left: 'Je bent niet langer een van de sprekers.',
    },
    slot: '{{time}}, {{stage}}',
    now: 'Nu: {{slots}}',
    before: 'Voordien: {{slots}}',
    noTime: 'nog geen moment',
    calendar: 'Het agendabestand bij deze mail bevat deze wijzigingen: open het en je agenda volgt.',
    button: { booth: 'Bekijk mijn stand', talk: 'Bekijk de sessie', programme: 'Bekijk het programma' },
  },
  seatFreed: {
    subject: 'Je hebt een plaats: {{talk}} – {{fair}}',
    text: 'Er kwam een plaats vrij voor “{{talk}}”. Jij stond als eerste op de wachtlijst, dus ze is voor jou.',
    when: 'De sessie begint op {{start}}.',
    next: 'Kun je toch niet komen? Geef je plaats dan terug, zodat wie na jou komt ze krijgt.',
    button: 'Bekijk de sessie',
  },
  proposalAccepted: {
    subject: 'Aanvaard: “{{talk}}” – {{fair}}',
    text: 'Je voorstel “{{talk}}” is aanvaard voor {{fair}}. Laat de organisatoren weten of je komt; daarna zoeken ze een uur en een podium.',
    button: 'Laten weten dat ik kom',
  },
  proposalDeclined: {
    subject: 'Je voorstel “{{talk}}” – {{fair}}',
    text: 'De organisatoren van {{fair}} hebben je voorstel “{{talk}}” deze keer niet gekozen. Bedankt om mee te denken.',
    button: 'Mijn voorstellen bekijken',
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
