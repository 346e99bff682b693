import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HallId } from '#shared/kernel/ids'
import { boothsByHall } from '#shared/plan/queries/boothsByHall'
import { Icon } from '~/features/editor/parts/Icon'
import { Popover } from '~/features/editor/parts/Popover'
import { usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { sortedHalls } from '../session/followHalls'
import { useEditorState, useReadOnly, useSession } from '../useSession'
import { AddHallDialog } from './AddHallDialog'

/** Which hall one looks at; from here halls are added, and the shown one is changed in the inspector. */
export function HallSwitcher() {
  const { t } = useTranslation('editor')
  const { text } = useFormat()
  const { editor } = useSession()
  const plan = usePlan()
  const disabled = useReadOnly()
  const hallId = useEditorState((state) => state.hallId)
  const [adding, setAdding] = useState(false)
  const halls = useMemo(() => sortedHalls(plan.halls), [plan.halls])
  const shown = hallId === null ? undefined : plan.halls.get(hallId)

  return (
    <>
      <Popover
        className="hall-switch"
        label={t('halls.switch')}
        button={
          <>
            <Icon name="hall" />
            <span className="hall-switch__name">{shown ? text(shown.name) : t('halls.none')}</span>
            <Icon name="chevron" />
          </>
        }
      >
        {(close) => (
          <HallMenu
            halls={halls.map((hall) => ({ id: hall.id, name: text(hall.name) }))}
            current={hallId}
            counts={boothsByHall(plan)}
            onPick={(id) => {
              editor.setHall(id)
              close()
            }}
            onChange={
              disabled || !shown
                ? null
                : () => {
                    editor.setSelection([])
                    close()
                  }
            }
            onAdd={
              disabled
                ? null
                : () => {
                    setAdding(true)
                    close()
                  }
            }
          />
        )}
      </Popover>
      {adding && <AddHallDialog onClose={() => setAdding(false)} />}
    </>
  )
}

interface HallMenuProps {
  halls: readonly { id: HallId; name: string }[]
  current: string | null
  counts: ReadonlyMap<HallId, readonly unknown[]>
  onPick: (id: HallId) => void
  onChange: (() => void) | null
  onAdd: (() => void) | null
}

function HallMenu({ halls, current, counts, onPick, onChange, onAdd }: HallMenuProps) {
  const { t } = useTranslation('editor')
  return (
    <ul className="menu">
      {halls.map(({ id, name }) => (
        <li key={id}>
          <button type="button" className="menu__item" aria-current={id === current} onClick={() => onPick(id)}>
            <span className="menu__mark">{id === current && <Icon name="check" />}</span>
            <span className="menu__text">{name}</span>
            <span className="menu__aside">{t('halls.booths', { count: counts.get(id)?.length ?? 0 })}</span>
          </button>
        </li>
      ))}
      {onChange && (
        <li className="menu__first">
          <button type="button" className="menu__item" onClick={onChange}>
            <span className="menu__mark">
              <Icon name="edit" />
            </span>
            <span className="menu__text">{t('halls.change')}</span>
          </button>
        </li>
      )}
      {onAdd && (
        <li className={onChange ? '' : 'menu__first'}>
          <button type="button" className="menu__item" onClick={onAdd}>
            <span className="menu__mark">
              <Icon name="plus" />
            </span>
            <span className="menu__text">{t('halls.add')}</span>
          </button>
        </li>
      )}
    </ul>
  )
}
