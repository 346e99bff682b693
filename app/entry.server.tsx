import { PassThrough } from 'node:stream'
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { catalogues } from '#shared/i18n/catalogues'
import { createTranslator } from '#shared/i18n/translator'
import { isLanguage, preferredLanguage } from '#shared/kernel/language'
import { NonceContext } from './lib/nonce'

const ABORT_AFTER_MS = 5000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { cspNonce }: AppLoadContext,
) {
  const first = new URL(request.url).pathname.split('/')[1]
  const language = isLanguage(first) ? first : preferredLanguage(request.headers.get('accept-language'))
  const i18n = createTranslator(language, catalogues[language], [initReactI18next])
  const ready = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady'

  return new Promise<Response>((resolve, reject) => {
    let shellSent = false
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={cspNonce}>
        <I18nextProvider i18n={i18n}>
          <RemixServer context={remixContext} url={request.url} nonce={cspNonce} abortDelay={ABORT_AFTER_MS} />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce: cspNonce,
        [ready]() {
          shellSent = true
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
          pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          status = 500
          if (!shellSent) reject(error)
        },
      },
    )
    setTimeout(abort, ABORT_AFTER_MS + 1000).unref()
  })
}

/** A request that no route takes is its sender's mistake, and has its answer. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  const isTheirs = isRouteErrorResponse(error) && error.status < 500
  if (!isTheirs && !request.signal.aborted) context.reportError(error)
}
