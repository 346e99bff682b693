import type { booths as source } from '../en/booths'
import type { Messages } from '../messages'

export const booths: Messages<typeof source> = {
  status: {
    available: 'Libre',
    held: 'Réservé',
    claimed: 'Demandé',
    confirmed: 'Confirmé',
    blocked: 'Bloqué',
  },
}
