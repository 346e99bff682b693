import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { ServerProcess } from './serverProcess'

const run = promisify(execFile)

export interface Terminal {
  code: number
  output: string
}

/** `npm run sign-in-link -- ...` on the data folder of a running server. */
export async function signInLinkCommand(args: string[], env: Record<string, string>): Promise<Terminal> {
  return await run(process.execPath, ['dist/signInLink.mjs', ...args], { env: { ...process.env, ...env } }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      output: error.stdout + error.stderr,
    }),
  )
}

/** A browser without scripts: keeps its cookie, posts forms, follows nothing by itself. */
export class PlainBrowser {
  cookie = ''
  constructor(
    private readonly server: Pick<ServerProcess, 'url'>,
    private readonly language = 'en',
  ) {}

  get(path: string): Promise<Response> {
    return this.send(path, {})
  }

  post(path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Origin: this.server.url, ...headers },
    })
  }

  /** Multipart, as forms with a file send it. */
  upload(path: string, form: FormData): Promise<Response> {
    return this.send(path, { method: 'POST', body: form, headers: { Origin: this.server.url } })
  }

  private async send(path: string, init: RequestInit): Promise<Response> {
    const answer = await fetch(new URL(path, this.server.url), {
      redirect: 'manual',
      ...init,
      headers: { Accept: 'text/html', 'Accept-Language': this.language, Cookie: this.cookie, ...init.headers },
    })
    for (const line of answer.headers.getSetCookie()) this.cookie = line.split(';', 1)[0] ?? ''
    return answer
  }
}
