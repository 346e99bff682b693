import type { ProgrammeEditorData } from '#server/services/programme/programmeEditorData'
import { platformRandomBytes } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { openLiveSession, whenRefused } from '~/features/editor/session/liveSession'
import { createNotices } from '~/features/editor/session/notices'
import { readSetting, writeSetting } from '~/features/editor/session/settings'
import { createValue } from '~/lib/value'
import { createTimetable } from '~/timetable/createTimetable'
import { TIMETABLE_VIEWS, type TimetableView } from '~/timetable/types'
import { createConflictWatch } from './conflictWatch'
import { followContext } from './followContext'
import { createFacts } from './programmeFacts'
import type { ProgrammeDialog, ProgrammeNoticeCode, ProgrammeSession } from './programmeSession'
import { shareProgrammePresence } from './shareProgrammePresence'

export interface ProgrammeOptions extends ProgrammeEditorData {
  /** Where the context is asked for anew. */
  factsAddress: string
  freshTitle: LocalText
}

/** A phone shows the list first. */
const NARROW = '(max-width: 40rem)'

function firstView(): TimetableView {
  const remembered = TIMETABLE_VIEWS.find((view) => view === readSetting('programmeView'))
  return remembered ?? (matchMedia(NARROW).matches ? 'list' : 'grid')
}

/** Opens the document with everything that the programme's editor shows beside it. */
export async function openProgrammeSession({
  factsAddress,
  freshTitle,
  ...data
}: ProgrammeOptions): Promise<ProgrammeSession> {
  const { fairId, accountId, timeZone } = data
  const notices = createNotices<ProgrammeNoticeCode>()
  const live = await openLiveSession({ fairId, accountId, timeZone, say: notices.say })
  const context = createFacts(data.context, factsAddress)
  const presence = shareProgrammePresence(live.awareness)
  const daySetting = `programmeDay:${fairId}`
  const timetable = createTimetable({
    store: live.store,
    facts: () => context.current,
    startsOn: data.startsOn,
    endsOn: data.endsOn,
    randomBytes: platformRandomBytes,
    freshTitle: () => freshTitle,
    day: readSetting(daySetting),
    view: firstView(),
    onSay: notices.say,
    onGhost: (ghost) => presence.set({ ghost }),
    onCursor: (cursor) => presence.set({ cursor }),
  })
  const conflicts = createConflictWatch(live.store, timetable, context.current)
  const stops = [
    presence.follow(timetable),
    followContext(fairId, context),
    whenRefused(live, () => timetable.setReadOnly(true)),
    context.subscribe(() => {
      conflicts.setContext(context.current)
      timetable.refresh()
    }),
    timetable.subscribe((state, before) => {
      if (state.day !== before.day) writeSetting(daySetting, state.day)
      if (state.view !== before.view) writeSetting('programmeView', state.view)
    }),
  ]

  return {
    ...live,
    data,
    timetable,
    conflicts,
    context,
    notices,
    dialog: createValue<ProgrammeDialog | null>(null),
    apply: timetable.apply,
    run: timetable.run,
    destroy() {
      for (const stop of stops) stop()
      conflicts.destroy()
      timetable.destroy()
      live.destroy()
    },
  }
}
