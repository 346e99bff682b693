import type { talks as source } from '../en/talks'
import type { Messages } from '../messages'

export const talks: Messages<typeof source> = {
  kinds: {
    talk: 'Exposé',
    workshop: 'Atelier',
    debate: 'Débat',
    networking: 'Moment de réseautage',
    meeting: 'Rencontre partenaires',
    break: 'Pause',
    blocker: 'Occupé',
  },
  states: { idea: 'Idée', invited: 'Invitée', confirmed: 'Confirmée', cancelled: 'Annulée' },
  equipment: {
    projector: 'Projecteur',
    microphone: 'Micro',
    soundSystem: 'Sonorisation',
    interpreter: 'Interprète',
    hearingLoop: 'Boucle magnétique',
    whiteboard: 'Tableau blanc',
    internet: 'Internet',
    power: 'Électricité',
    livestream: 'Diffusion en direct',
    tables: 'Tables',
  },
}
