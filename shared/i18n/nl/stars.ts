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
}
