// As many requests as so many kept-alive connections can make, each waiting for its answer.
import http from 'node:http'

const ask = (url, agent, headers) =>
  new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk) => {
        bytes += chunk.length
      })
      answer.on('end', () => resolve({ status: answer.statusCode, etag: answer.headers.etag, bytes }))
    })
    request.on('error', reject)
  })

/** One answer, for its status, ETag and size. */
export async function once(url, headers) {
  const agent = new http.Agent()
  const answer = await ask(url, agent, headers)
  agent.destroy()
  return answer
}

/** Errors: an answer of another status than the one expected. */
export async function manyRequests(url, { seconds, connections, headers, status }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const times = []
  let bytes = 0
  const began = performance.now()
  const until = began + seconds * 1000
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const start = performance.now()
        const answer = await ask(url, agent, headers)
        if (answer.status !== status) throw new Error(`${url} answers ${answer.status}`)
        bytes = answer.bytes
        times.push(performance.now() - start)
      }
    }),
  )
  const took = (performance.now() - began) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  return {
    count: times.length,
    perSecond: times.length / took,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    bytes,
  }
}
