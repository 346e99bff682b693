interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
export interface FetchEvent extends WaitingEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface WorkerEvents {
  install: WaitingEvent
  activate: WaitingEvent
  fetch: FetchEvent
  message: WaitingEvent & { readonly data: unknown }
}
interface Worker {
  addEventListener<K extends keyof WorkerEvents>(type: K, listener: (event: WorkerEvents[K]) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  readonly location: Location
}
/** The service worker's own scope, as far as it is used here. */
export const worker = globalThis as unknown as Worker
