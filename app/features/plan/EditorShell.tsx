import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalText } from '#shared/kernel/language'
import { RefusedBanner } from '~/features/editor/panels/RefusedBanner'
import { readSetting, writeSetting } from '~/features/editor/session/settings'
import { ClaimedDialog } from './panels/ClaimedDialog'
import { EmptyHall } from './panels/EmptyHall'
import { Inspector } from './panels/Inspector'
import { ProblemPanel } from './panels/ProblemPanel'
import { SectorPanel } from './panels/SectorPanel'
import { SideSheet } from './panels/SideSheet'
import { Stage } from './panels/Stage'
import { StatusLine, ZoomBar } from './panels/StatusLine'
import { Toasts } from './panels/Toasts'
import { ToolBar } from './panels/ToolBar'
import { ToolOptionsBar } from './panels/ToolOptionsBar'
import { TopBar } from './panels/TopBar'
import { attachKeys } from './session/attachKeys'
import { followInsets } from './session/followInsets'
import { ThingTable } from './table/ThingTable'
import { useSession } from './useSession'

/** The whole window: the plan, and what floats at its edges. */
export function EditorShell({ fairName }: { fairName: LocalText }) {
  const { t } = useTranslation('editor')
  const { editor } = useSession()
  const [table, setTable] = useState(() => readSetting('table') === 'open')
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => attachKeys(editor), [editor])
  useEffect(() => (root.current ? followInsets(root.current, editor) : undefined), [editor])
  const showTable = (open: boolean) => {
    writeSetting('table', open ? 'open' : 'closed')
    setTable(open)
  }

  return (
    <div ref={root} className={`editor${table ? ' editor--table' : ''}`}>
      <TopBar fairName={fairName} />
      <main className="editor__main" id="content">
        <p id="stage-help" className="visually-hidden">
          {t('stage.help')}
        </p>
        <Stage />
        <EmptyHall />
      </main>
      <div className="editor__banner">
        <RefusedBanner />
        <ToolOptionsBar />
      </div>
      <ToolBar />
      <SideSheet>
        <Inspector />
        <ProblemPanel />
        <SectorPanel />
      </SideSheet>
      {table && <ThingTable onClose={() => showTable(false)} />}
      <StatusLine tableOpen={table} onTable={() => showTable(!table)} />
      <ZoomBar />
      <Toasts />
      <ClaimedDialog />
    </div>
  )
}
