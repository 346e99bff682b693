import type { booths as source } from '../en/booths'
import type { Messages } from '../messages'

export const booths: Messages<typeof source> = {
  status: {
    available: 'Libre',
    held: 'Retenu',
    claimed: 'Demandé',
    confirmed: 'Confirmé',
    blocked: 'Réservé',
  },
}
