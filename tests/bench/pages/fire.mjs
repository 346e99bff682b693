// As many requests as so many connections can make, each waiting for its answer.
import http from 'node:http'

export async function fire(url, { seconds, connections, encoding }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const times = []
  let bytes = 0
  const until = performance.now() + seconds * 1000
  const ask = () =>
    new Promise((resolve, reject) => {
      const request = http.get(url, { agent, headers: { 'Accept-Encoding': encoding } }, (answer) => {
        let length = 0
        answer.on('data', (chunk) => {
          length += chunk.length
        })
        answer.on('end', () => {
          if (answer.statusCode !== 200) return reject(new Error(`${url} answers ${answer.statusCode}`))
          resolve(length)
        })
      })
      request.on('error', reject)
    })
  const began = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const start = performance.now()
        bytes = await ask()
        times.push(performance.now() - start)
      }
    }),
  )
  const took = (performance.now() - began) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  return { perSecond: times.length / took, p99: times[Math.floor(times.length * 0.99)] ?? 0, bytes }
}
