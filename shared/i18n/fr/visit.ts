import type { visit as source } from '../en/visit'
import type { Messages } from '../messages'

export const visit: Messages<typeof source> = {
  map: {
    stage: 'Scène',
    meetingPoint: 'Point de rencontre',
    metres: '{{length}} m',
    door: { entrance: 'Entrée', exit: 'Sortie', emergency: 'Sortie de secours' },
  },
}
