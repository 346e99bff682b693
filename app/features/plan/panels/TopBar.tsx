import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HallId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { LanguageSwitch } from '~/components/SiteHeader'
import { ConnectionPill } from '~/features/editor/panels/ConnectionPill'
import { PeopleHere } from '~/features/editor/panels/PeopleHere'
import { Icon } from '~/features/editor/parts/Icon'
import { IconButton } from '~/features/editor/parts/IconButton'
import { Popover } from '~/features/editor/parts/Popover'
import { usePlanDownload } from '~/features/editor/useExport'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import type { PersonHere } from '~/realtime/people'
import { CommandButton } from '../parts/CommandButton'
import { useSession } from '../useSession'
import { HallSwitcher } from './HallSwitcher'
import { HelpDialog } from './HelpDialog'

/** Floor around a person's cursor that one sees after going there, mm. */
const AROUND_MM = 8000

export function TopBar({ fairName }: { fairName: LocalText }) {
  const { t } = useTranslation('editor')
  const { text } = useFormat()
  const lang = useLang()
  const { data, editor, store } = useSession()
  const overview = `/${lang}/organise/${data.fairId}`
  const [help, setHelp] = useState(false)

  const goTo = ({ window }: PersonHere) => {
    const hallId = window?.presence?.hallId
    const cursor = window?.presence?.cursor
    if (hallId && store.get('halls', hallId)) editor.setHall(hallId as HallId)
    if (!cursor) return
    const [x, y] = cursor
    editor.fit({ minX: x - AROUND_MM, minY: y - AROUND_MM, maxX: x + AROUND_MM, maxY: y + AROUND_MM })
  }

  return (
    <header className="top-bar">
      <div className="top-bar__card float">
        <a
          className="tool-button"
          href={overview}
          aria-label={t('toOverview')}
          data-tip={t('toOverview')}
          data-tip-side="below"
        >
          <Icon name="back" />
        </a>
        <h1 className="top-bar__fair" title={text(fairName)}>
          <span className="visually-hidden">{t('title')}: </span>
          {text(fairName)}
        </h1>
        <HallSwitcher />
        <span className="top-bar__undo">
          <CommandButton command="undo" icon="undo" />
          <CommandButton command="redo" icon="redo" />
        </span>
      </div>
      <div className="top-bar__card float">
        <ConnectionPill />
        <PeopleHere onGo={goTo} />
        <a className="button button--small button--primary top-bar__publish" href={`${overview}/release`}>
          {t('publish')}
        </a>
        <IconButton icon="help" label={t('help.title')} className="top-bar__help" onClick={() => setHelp(true)} />
        <MoreMenu overview={overview} onHelp={() => setHelp(true)} />
      </div>
      {help && <HelpDialog onClose={() => setHelp(false)} />}
    </header>
  )
}

function MoreMenu({ overview, onHelp }: { overview: string; onHelp: () => void }) {
  const { t } = useTranslation(['editor', 'common'])
  const download = usePlanDownload()
  return (
    <Popover align="end" className="tool-button" label={t('common:menu')} button={<Icon name="more" />}>
      {(close) => (
        <ul className="menu">
          <li className="top-bar__menu-publish">
            <a className="menu__item" href={`${overview}/release`}>
              <span className="menu__text">{t('editor:publish')}</span>
            </a>
          </li>
          <li>
            <a className="menu__item" href={`${overview}/history`}>
              <span className="menu__text">{t('editor:history')}</span>
            </a>
          </li>
          <li>
            <button
              type="button"
              className="menu__item"
              onClick={() => {
                close()
                onHelp()
              }}
            >
              <span className="menu__text">{t('editor:help.title')}</span>
            </button>
          </li>
          <li>
            <button
              type="button"
              className="menu__item"
              onClick={() => {
                download()
                close()
              }}
            >
              <span className="menu__text">{t('editor:download')}</span>
            </button>
          </li>
          <li>
            <a className="menu__item" href={`${overview}/import`}>
              <span className="menu__text">{t('editor:import')}</span>
            </a>
          </li>
          <li className="menu__first menu__language">
            <LanguageSwitch />
          </li>
        </ul>
      )}
    </Popover>
  )
}
