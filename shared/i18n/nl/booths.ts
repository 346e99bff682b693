import type { booths as source } from '../en/booths'
import type { Messages } from '../messages'

export const booths: Messages<typeof source> = {
  status: {
    available: 'Vrij',
    held: 'Vastgehouden',
    claimed: 'Aangevraagd',
    confirmed: 'Bevestigd',
    blocked: 'Geblokkeerd',
  },
}
