import { NO_HOVER, type Tool } from '../tool'
import { panning } from './panning'

export const handTool: Tool = {
  id: 'hand',
  cursor: 'grab',
  edits: false,
  hover: () => ({ ...NO_HOVER, cursor: 'grab' }),
  down: panning,
}
