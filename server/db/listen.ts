import type { Sql } from './client'
import type { Channel, Channels } from './notify'

export interface Subscription<C extends Channel> {
  onMessage: (payload: Channels[C]) => void
  /** Once listening, and again after every loss of the connection: messages may have been missed meanwhile. */
  onListening?: () => void
}

/** Hears what `notify` says, from any process. Returns the function that ends it. */
export async function listen<C extends Channel>(
  sql: Sql,
  channel: C,
  { onMessage, onListening }: Subscription<C>,
): Promise<() => Promise<void>> {
  const { unlisten } = await sql.listen(
    channel,
    (payload) => onMessage(JSON.parse(payload) as Channels[C]),
    onListening,
  )
  return unlisten
}
