/** Live editing that has loaded all it needs and starts when its settings come, as one line on stdin: most of a start is loading. */
import { once } from 'node:events'
import '#server/services'
import '#server/sync/startSync'

const [line] = await once(process.stdin, 'data')
process.stdin.destroy()
process.env.SYNC_PROCESS = String(line)
await import('../syncProcess')
