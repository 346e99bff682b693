import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalText } from '#shared/kernel/language'
import { RefusedBanner } from '~/features/editor/panels/RefusedBanner'
import { readSetting, writeSetting } from '~/features/editor/session/settings'
import { useValue } from '~/features/editor/useLive'
import { Announcer } from './grid/Announcer'
import { DayTabs } from './grid/DayTabs'
import { Grid } from './grid/Grid'
import { HelpDialog } from './grid/HelpDialog'
import { attachTimetableKeys } from './grid/input/attachTimetableKeys'
import { followFocus } from './grid/input/followFocus'
import { SidePanel } from './grid/SidePanel'
import { StatusBar } from './grid/StatusBar'
import { Shelf } from './grid/shelf/Shelf'
import { Toasts } from './grid/Toasts'
import { TopBar } from './grid/TopBar'
import { DaySheet } from './panels/DaySheet'
import { ListView } from './panels/ListView'
import { StageDialog } from './panels/StageDialog'
import { useProgramme, useTimetable } from './useProgramme'

const NARROW = '(max-width: 60rem)'
type Pane = 'shelf' | 'side'

/** On a narrow screen panes lie over the grid, one at a time; on a wide one they stay as one left them. */
function usePanes() {
  const isNarrow = () => matchMedia(NARROW).matches
  const remembered = (pane: Pane) => !isNarrow() && readSetting(`programme:${pane}`) !== 'closed'
  const [open, setOpen] = useState(() => ({ shelf: remembered('shelf'), side: remembered('side') }))
  const show = (pane: Pane, next: boolean) => {
    if (!isNarrow()) writeSetting(`programme:${pane}`, next ? 'open' : 'closed')
    setOpen((before) => ({ ...(isNarrow() ? { shelf: false, side: false } : before), [pane]: next }))
  }
  return { open, show }
}

/** The whole window: days and views above, the shelf at the left, the programme, and what is chosen at the right. */
export function ProgrammeShell({ fairName }: { fairName: LocalText }) {
  const { t } = useTranslation('timetable')
  const { timetable, dialog } = useProgramme()
  const view = useTimetable((state) => state.view)
  const gesture = useTimetable((state) => state.gesture)
  const shown = useValue(dialog)
  const { open, show } = usePanes()
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => attachTimetableKeys(timetable), [timetable])
  useEffect(() => (root.current ? followFocus(root.current, timetable) : undefined), [timetable])
  const close = () => dialog.set(null)

  return (
    <div
      ref={root}
      className={`editor timetable timetable--${view}`}
      data-shelf={open.shelf ? 'open' : 'closed'}
      data-side={open.side ? 'open' : 'closed'}
      data-carrying={gesture === 'draggingTalks' || undefined}
    >
      <TopBar fairName={fairName} />
      <div className="tt-bar">
        <DayTabs />
      </div>
      {open.shelf && view === 'grid' && <Shelf onClose={() => show('shelf', false)} />}
      <main id="content" className="tt-main">
        <p id="timetable-help" className="visually-hidden">
          {t('grid.help')}
        </p>
        <div className="tt-banner">
          <RefusedBanner />
        </div>
        {view === 'grid' && <Grid root={root} />}
        {view === 'list' && <ListView />}
        {view === 'sheet' && <DaySheet />}
      </main>
      <SidePanel open={open.side} onClose={() => show('side', false)} />
      <StatusBar panes={open} onPane={(pane) => show(pane, !open[pane])} onConflicts={() => show('side', true)} />
      <Announcer />
      <Toasts />
      {shown?.kind === 'stage' && <StageDialog stageId={shown.stageId} onClose={close} />}
      {shown?.kind === 'help' && <HelpDialog onClose={close} />}
    </div>
  )
}
