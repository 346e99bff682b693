import type { imports as source } from '../en/imports'
import type { Messages } from '../messages'

export const imports: Messages<typeof source> = {
  hallName: 'Salles (importées)',
}
