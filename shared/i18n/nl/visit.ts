import type { visit as source } from '../en/visit'
import type { Messages } from '../messages'

export const visit: Messages<typeof source> = {
  map: {
    stage: 'Podium',
    meetingPoint: 'Ontmoetingspunt',
    metres: '{{length}} m',
    door: { entrance: 'Ingang', exit: 'Uitgang', emergency: 'Nooduitgang' },
  },
}
