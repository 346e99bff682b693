import { type BoothId, platformRandomBytes } from '#shared/kernel/ids'
import type { BoothStatusEvent } from '#shared/protocol/events'
import { createEditor } from '~/canvas/editor/createEditor'
import type { ClaimedChange, Editor, MessageCode } from '~/canvas/editor/types'
import type { Overlays } from '~/canvas/render/types'
import { type LiveData, type LiveSession, openLiveSession, whenRefused } from '~/features/editor/session/liveSession'
import { createNotices, type LiveNoticeCode, type Notices } from '~/features/editor/session/notices'
import { createValue, type Value } from '~/lib/value'
import { acquireBoothSocket } from '~/realtime/boothSocket'
import { type BoothStatusStore, createBoothStatusStore } from '~/realtime/boothStatusStore'
import { followHalls } from './followHalls'
import { createOverlays } from './overlays'
import { createProblemWatch, type ProblemWatch } from './problemWatch'
import { sharePresence } from './sharePresence'

export interface SessionData extends LiveData {
  statuses: readonly BoothStatusEvent[]
}

/** Claimed booths are about to change; `answer` says whether they may. */
export interface ClaimedQuestion {
  boothIds: readonly BoothId[]
  change: ClaimedChange
  answer: (go: boolean) => void
}

/** What the shell has to say beside what the editor says, in the words of `editor:messages.<code>`. */
export type NoticeCode = MessageCode | LiveNoticeCode

/** Everything of one open editor that is not React. */
export interface EditorSession extends LiveSession {
  readonly data: SessionData
  readonly editor: Editor
  readonly problems: ProblemWatch
  readonly statuses: BoothStatusStore
  readonly overlays: Overlays
  readonly notices: Notices<NoticeCode>
  readonly question: Value<ClaimedQuestion | null>
  isClaimed(boothId: string): boolean
}

const isHeld = (status: string | undefined) => status === 'held' || status === 'claimed' || status === 'confirmed'

/** Opens the document with everything that the plan's editor shows beside it. */
export async function openEditorSession(data: SessionData): Promise<EditorSession> {
  const notices = createNotices<NoticeCode>()
  const live = await openLiveSession({ ...data, say: notices.say })
  const { store, people } = live
  const booths = acquireBoothSocket()
  const statuses = createBoothStatusStore(data.fairId, booths.socket, data.statuses)
  const isClaimed = (boothId: string) => isHeld(statuses.current.statuses.get(boothId)?.status)
  const stopNaming = nameHolders(statuses)
  const question = createValue<ClaimedQuestion | null>(null)

  const presence = sharePresence(live.awareness)
  const editor = createEditor({
    store,
    randomBytes: platformRandomBytes,
    hallId: null,
    isClaimed,
    confirmClaimed: (boothIds, change) =>
      new Promise((resolve) => {
        question.current?.answer(false)
        const answer = (go: boolean) => {
          question.set(null)
          resolve(go)
        }
        question.set({ boothIds, change, answer })
      }),
    onGhost: (ghost) => presence.set({ ghost }),
    onCursor: (cursor) => presence.set({ cursor }),
  })
  const stops = [
    presence.follow(editor),
    followHalls(store, editor, data.fairId),
    whenRefused(live, () => editor.setReadOnly(true)),
    stopNaming,
  ]
  const problems = createProblemWatch(store, editor)

  return {
    ...live,
    data,
    editor,
    problems,
    statuses,
    overlays: createOverlays({ editor, people, statuses, problems }),
    notices,
    question,
    isClaimed,
    destroy() {
      for (const stop of stops) stop()
      question.current?.answer(false)
      problems.destroy()
      editor.destroy()
      statuses.destroy()
      booths.release()
      live.destroy()
    },
  }
}

/** Several claims in a short time are asked about once. */
const NAMES_AFTER_MS = 600

/** Changes are told without the names that organisers may know: they are asked for. */
function nameHolders(statuses: BoothStatusStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = statuses.subscribe((changed) => {
    const isNameless = (id: string) => {
      const event = statuses.current.statuses.get(id)
      return isHeld(event?.status) && event?.exhibitorName === null
    }
    if (!changed.some(isNameless)) return
    clearTimeout(timer)
    timer = setTimeout(() => statuses.refresh(), NAMES_AFTER_MS)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}
