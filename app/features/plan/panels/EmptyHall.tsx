import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PLACED_KINDS } from '#shared/document/records'
import { usePlan } from '~/features/editor/useLive'
import { useLang } from '~/lib/useLang'
import { useEditorState, useReadOnly, useSession } from '../useSession'
import { AddHallDialog } from './AddHallDialog'

/** What to do first, over a hall in which nothing stands yet, or when there is no hall. */
export function EmptyHall() {
  const { t } = useTranslation('editor')
  const lang = useLang()
  const { editor, data } = useSession()
  const plan = usePlan()
  const disabled = useReadOnly()
  const hallId = useEditorState((state) => state.hallId)
  const idle = useEditorState((state) => state.tool === 'select' || state.tool === 'hand')
  const [adding, setAdding] = useState(false)
  const isEmpty = PLACED_KINDS.every((kind) => {
    for (const record of plan[kind].values()) {
      if (record.hallId === hallId && !('removed' in record && record.removed)) return false
    }
    return true
  })
  if (disabled || !isEmpty || !idle) return null

  const importLink = (
    <a className="button" href={`/${lang}/organise/${data.fairId}/import`}>
      {t('empty.import')}
    </a>
  )
  return (
    <section className="empty-hall float">
      <h2>{t(hallId === null ? 'empty.noHallTitle' : 'empty.title')}</h2>
      <p>{t(hallId === null ? 'empty.noHallText' : 'empty.text')}</p>
      <div className="cluster">
        {hallId === null ? (
          <button type="button" className="button button--primary" onClick={() => setAdding(true)}>
            {t('halls.add')}
          </button>
        ) : (
          <>
            <button type="button" className="button button--primary" onClick={() => editor.setTool('rows')}>
              {t('empty.rows')}
            </button>
            <button type="button" className="button" onClick={() => editor.setTool('booth')}>
              {t('empty.booth')}
            </button>
          </>
        )}
        {importLink}
      </div>
      {adding && <AddHallDialog onClose={() => setAdding(false)} />}
    </section>
  )
}
