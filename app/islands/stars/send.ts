import type { StarOpInput } from '#shared/stars/starOps'

/** What the stars' address takes from scripts; actSchema of app/services/stars.server.ts is the other end of it. */
export type StarRequest = { account: string } & (
  | { act: 'change' | 'adopt'; ops: StarOpInput[]; token?: string }
  | { act: 'openFeed'; ops: StarOpInput[] }
  | { act: 'renewFeed' | 'closeFeed'; token: string }
)

export type StarAnswer =
  | { ok: true; talkIds?: string[]; token?: string }
  /** `code` null: nothing came back. */
  | { ok: false; code: string | null }

export async function sendStars(address: string, request: StarRequest): Promise<StarAnswer> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
      // A tap right before the page is left still arrives.
      keepalive: true,
    })
    const body = (await answer.json()) as { talkIds?: string[]; token?: string; error?: { code: string } }
    return answer.ok ? { ok: true, ...body } : { ok: false, code: body.error?.code ?? 'INTERNAL' }
  } catch {
    return { ok: false, code: null }
  }
}

/** Operations as they are sent: how long ago each was, whatever the clock of this device shows. */
export const opsOf = (waiting: Readonly<Record<string, { starred: boolean; at: number }>>): StarOpInput[] =>
  Object.entries(waiting).map(([talkId, { starred, at }]) => ({ talkId, starred, ago: Math.max(0, Date.now() - at) }))
