import type { Messages } from '#shared/i18n/messages'
import type { stars as source } from '../en/stars'

export const stars: Messages<typeof source> = {
  star: 'In mijn programma: {{title}}',
  mine: 'Mijn programma',
  said: {
    starred: '“{title}” staat in je programma.',
    unstarred: '“{title}” staat niet meer in je programma.',
    waiting: 'Geen verbinding. Je sterren blijven op dit toestel en gaan later mee.',
    full: 'Deze browser heeft geen plaats meer om sterren te bewaren.',
  },
  without: {
    text: 'Zonder account bewaart je browser je sterren, en daarvoor zijn scripts nodig. Die staan hier uit.',
    signIn: 'Meld je aan om ook zonder scripts sterren te geven.',
  },
  feed: {
    name: 'Mijn programma – {{fair}}',
    description: 'Sessies die je een ster gaf of waarvoor je een plaats hebt. Volgt elke wijziging vanzelf.',
  },
  my: {
    title: 'Mijn programma',
    description: 'De sessies van {{fair}} die je een ster gaf, per dag, met wat botst.',
    lead: 'Wat je een ster gaf en waar je een plaats hebt, per dag.',
    keptHere: 'Deze browser bewaart je sterren. Meld je aan om ze op al je toestellen te hebben.',
    signIn: 'Aanmelden',
    loading: 'We stellen je programma samen…',
    failed:
      'Zonder verbinding konden we je programma niet samenstellen. Je sterren zijn veilig; probeer het later opnieuw.',
    retry: 'Opnieuw proberen',
    nextTitle: 'Straks',
    emptyTitle: 'Nog geen sterren',
    emptyText:
      'Tik op de ster naast een sessie en ze staat hier: per dag, met een waarschuwing als er twee botsen of de weg te lang is. Een account is niet nodig.',
    browse: 'Bekijk het programma',
    times: 'Uren van {{zone}}',
    release: 'Publicatie {{number}}, {{moment}}',
  },
  words: {
    noTime: 'Nog geen uur',
    cancelled: 'Geannuleerd',
    moved: 'Verplaatst: was {time}, {stage}',
    clash: 'Tegelijk met “{title}” ({time}), {minutes} min lang',
    walkTo: 'Krap: “{title}” begint {minutes} min later, en de weg erheen duurt ongeveer {needed} min',
    walkFrom: 'Krap: {minutes} min na “{title}”, en de weg van daar duurt ongeveer {needed} min',
    seat: 'Je hebt een plaats',
    onWaitingList: 'Wachtlijst, plaats {position}',
    repeat: '{count} keer: kies er één',
    over: 'Voorbij',
    now: 'Nu',
    next: 'Straks',
    gone: 'Niet meer in het programma:',
  },
  calendar: {
    title: 'In je eigen agenda',
    text: 'Een privéadres dat je agenda volgt: nieuwe sterren, verplaatsingen en annulaties komen vanzelf binnen.',
    anonymous:
      'Daarvoor zetten we je sterren op onze server, zonder je naam, onder een adres dat alleen jij kent. Sterren die je hier later geeft, volgen.',
    secret: 'Wie het adres kent, kan je programma lezen. Je kunt het altijd vervangen.',
    make: 'Maak mijn agenda-adres',
    address: 'Je privéadres',
    copy: 'Kopieer',
    copied: 'Gekopieerd',
    subscribe: 'Abonneer in mijn agenda',
    change: 'Vervangen of stoppen',
    renew: 'Vervang het adres',
    renewHint: 'Het oude adres werkt dan meteen niet meer.',
    close: 'Stop de agenda',
    closeHint: 'Agenda’s die het adres volgen, krijgen niets meer. Je sterren blijven.',
    failed: 'Dat lukte niet. Kijk je verbinding na en probeer opnieuw.',
  },
  kept: {
    text: 'Geen verbinding, of een heel trage. Dit is de kopie die je toestel {age} bewaarde ({moment}); er kan intussen iets veranderd zijn.',
    reload: 'Opnieuw proberen',
  },
}
