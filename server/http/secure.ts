import type { Request } from 'express'

/** Whether cookies must stay on https: where the app is reached that way, by its own word or a proxy's. */
export const isSecure = (request: Pick<Request, 'secure'>, publicUrl: string | null): boolean =>
  request.secure || (publicUrl?.startsWith('https:') ?? false)
