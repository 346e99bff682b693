import type { talks as source } from '../en/talks'
import type { Messages } from '../messages'

export const talks: Messages<typeof source> = {
  kinds: {
    talk: 'Lezing',
    workshop: 'Workshop',
    debate: 'Debat',
    networking: 'Netwerkmoment',
    meeting: 'Partnerontmoeting',
    break: 'Pauze',
    blocker: 'Bezet',
  },
  states: { idea: 'Idee', invited: 'Uitgenodigd', confirmed: 'Bevestigd', cancelled: 'Geannuleerd' },
  equipment: {
    projector: 'Projector',
    microphone: 'Microfoon',
    soundSystem: 'Geluidsinstallatie',
    interpreter: 'Tolk',
    hearingLoop: 'Ringleiding',
    whiteboard: 'Whiteboard',
    internet: 'Internet',
    power: 'Stroom',
    livestream: 'Livestream',
    tables: 'Tafels',
  },
}
