import { useTranslation } from 'react-i18next'
import { PLACED_KINDS, type PlacedKind } from '#shared/document/records'
import { newId, platformRandomBytes } from '#shared/kernel/ids'
import { itemKey } from '#shared/plan/itemKey'
import { Icon } from '~/features/editor/parts/Icon'
import { Popover } from '~/features/editor/parts/Popover'
import { useEdits } from '../useEdits'
import { useEditorState, useReadOnly, useSession } from '../useSession'
import { addThing } from './addThing'

const OTHERS = PLACED_KINDS.filter((kind) => kind !== 'booths')

/** Adds a thing at the first free place of the hall, for whoever does not draw. */
export function AddMenu({ what }: { what: 'booths' | 'others' }) {
  const { t } = useTranslation('editor')
  const { editor, store } = useSession()
  const { apply } = useEdits()
  const disabled = useReadOnly()
  const hallId = useEditorState((state) => state.hallId)
  if (disabled || hallId === null) return null

  const add = (kind: PlacedKind) => {
    const id = newId(platformRandomBytes)
    const number = [...store.plan[kind].values()].filter((record) => record.hallId === hallId).length + 1
    const name = { nl: `${t(`kinds.${kind}`)} ${number}` }
    apply(addThing(store.plan, { kind, id, hallId, options: editor.state.options, name }))
    editor.reveal([itemKey(kind, id)])
  }
  const button = (
    <>
      <Icon name="plus" /> {what === 'booths' ? t('table.addBooth') : t('table.add')}
    </>
  )
  if (what === 'booths') {
    return (
      <button type="button" className="text-button" onClick={() => add('booths')}>
        {button}
      </button>
    )
  }
  return (
    <Popover align="end" className="text-button" button={button}>
      {(close) => (
        <ul className="menu">
          {OTHERS.map((kind) => (
            <li key={kind}>
              <button
                type="button"
                className="menu__item"
                onClick={() => {
                  add(kind)
                  close()
                }}
              >
                <span className="menu__text">{t(`kinds.${kind}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  )
}
