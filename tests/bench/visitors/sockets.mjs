// Visitors' sockets: Socket.IO's protocol over bare WebSockets, so that thousands fit into one process beside the server.
import { WebSocket } from 'ws'

/** Opens a socket and joins the fair; `onEvent` hears of every event. Resolves once the state of the booths is there. */
function join(url, fairId, onEvent) {
  return new Promise((resolve, reject) => {
    const ws = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
    })
    ws.on('error', reject)
    ws.on('message', (data) => {
      const text = data.toString()
      if (text.startsWith('0')) ws.send('40')
      else if (text === '2') ws.send('3')
      else if (text.startsWith('40')) ws.send(`420${JSON.stringify(['fair:join', fairId])}`)
      else if (text.startsWith('430')) resolve(ws)
      else if (text.startsWith('42')) onEvent()
    })
  })
}

/** So many sockets, a hundred at a time. */
export async function manySockets(url, fairId, count, onEvent) {
  const sockets = []
  while (sockets.length < count) {
    const next = Math.min(100, count - sockets.length)
    sockets.push(...(await Promise.all(Array.from({ length: next }, () => join(url, fairId, onEvent)))))
  }
  return sockets
}
