/**
 * The service worker. Editors' shells: a reload without a network opens the plan that this device has (sw/editorPages). Pages
 * of a fair that a visitor opened: read in a hall with bad reception (sw/visitPages). Their hashed files come from the cache
 * first; everything else goes its way.
 */
import { ACCOUNT_HEADER } from '#shared/protocol/pages'
import { clearEditorCaches, isEditorPath } from '~/lib/editorCache'
import { clearVisitCaches, isVisitData, isVisitPath } from '~/lib/visitCache'
import { editorPage, isKeepEditor, keepEditor } from './sw/editorPages'
import { isKeepVisit, keepVisit, visitData, visitPage } from './sw/visitPages'
import { type FetchEvent, worker } from './sw/worker'

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  if (url.pathname.startsWith('/assets/')) event.respondWith(fromCacheFirst(request))
  else if (request.mode === 'navigate') event.respondWith(page(event, url))
  else if (isVisitData(url.pathname)) event.respondWith(visitData(event, url))
})

worker.addEventListener('message', (event) => {
  if (isKeepEditor(event.data)) event.waitUntil(keepEditor(event.data))
  else if (isKeepVisit(event.data)) event.waitUntil(keepVisit(event.data))
})

async function fromCacheFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}

/** Every page passes here, since each tells who is signed in now: what another account kept goes. */
function page(event: FetchEvent, url: URL): Promise<Response> {
  const network = fetch(event.request).then(async (answer) => {
    const account = answer.headers.get(ACCOUNT_HEADER)
    if (account !== null) await forgetOthers(account)
    return answer
  })
  if (isEditorPath(url.pathname)) return editorPage(url.pathname, network)
  if (isVisitPath(url.pathname)) return visitPage(event, url, network)
  return network
}

const forgetOthers = (account: string): Promise<unknown> =>
  Promise.all([clearEditorCaches(account), clearVisitCaches(account)])
