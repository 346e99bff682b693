import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '~/features/editor/parts/IconButton'
import { NewTalkButton } from '../NewTalkButton'
import { ShelfFilters } from './ShelfFilters'
import { ShelfList } from './ShelfList'
import { useShelf } from './useShelf'

/** Talks that wait for a time, beside the grid: taken from here by drag or by Enter, and dropped here to be taken off. */
export function Shelf({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('timetable')
  const { shown, total } = useShelf()
  const list = useRef<HTMLDivElement>(null)
  return (
    <aside className="tt-shelf" data-zone="shelf" aria-label={t('shelf.title')}>
      <header className="tt-shelf__head">
        <h2 className="tt-shelf__title">
          {t('shelf.title')}
          <span className="panel__count">
            {shown.length === total ? total : t('shelf.of', { shown: shown.length, total })}
          </span>
        </h2>
        <NewTalkButton />
        <IconButton icon="close" side="below" label={t('shelf.close')} className="tt-shelf__close" onClick={onClose} />
      </header>
      <ShelfFilters />
      <ShelfList talks={shown} total={total} list={list} />
      <p className="tt-shelf__drop" aria-hidden="true">
        {t('shelf.drop')}
      </p>
    </aside>
  )
}
