import { useTranslation } from 'react-i18next'
import type { CommandId } from '~/canvas/editor/commands/types'
import type { IconName } from '~/features/editor/parts/Icon'
import { CommandButton } from '../parts/CommandButton'

const GROUPS: readonly (readonly [CommandId, IconName][])[] = [
  [
    ['toolSelect', 'select'],
    ['toolHand', 'hand'],
  ],
  [
    ['toolBooth', 'booth'],
    ['toolRows', 'rows'],
    ['toolSector', 'sector'],
  ],
  [
    ['toolWall', 'wall'],
    ['toolColumn', 'column'],
    ['toolExit', 'exit'],
  ],
  [
    ['toolStage', 'stage'],
    ['toolMeetingPoint', 'meetingPoint'],
  ],
]

export function ToolBar() {
  const { t } = useTranslation('editor')
  return (
    <div className="tool-bar float" role="toolbar" aria-label={t('tools')} aria-orientation="vertical">
      {GROUPS.map((group) => (
        <div className="tool-bar__group" key={group[0]?.[0]}>
          {group.map(([command, icon]) => (
            <CommandButton key={command} command={command} icon={icon} side="right" toggles />
          ))}
        </div>
      ))}
    </div>
  )
}
