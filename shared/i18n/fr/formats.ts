import type { formats as source } from '../en/formats'
import type { Messages } from '../messages'

export const formats: Messages<typeof source> = {
  calendar: { cancelled: 'Annulé : {{title}}', speakers: 'Avec {{names}}' },
}
