import { NO_HOVER, type Tool } from '../tool'
import { painting } from './painting'

export const sectorTool: Tool = {
  id: 'sector',
  cursor: 'copy',
  edits: true,
  hover(context, { plan }) {
    const hover = context.itemAt(plan)
    return { ...NO_HOVER, hover: hover?.startsWith('booths/') ? hover : null, cursor: 'copy' }
  },
  down: painting,
}
