import { useTranslation } from 'react-i18next'
import type { LocalText } from '#shared/kernel/language'
import { LanguageSwitch } from '~/components/SiteHeader'
import { ConnectionPill } from '~/features/editor/panels/ConnectionPill'
import { PeopleHere } from '~/features/editor/panels/PeopleHere'
import { Icon } from '~/features/editor/parts/Icon'
import { IconButton } from '~/features/editor/parts/IconButton'
import { Popover } from '~/features/editor/parts/Popover'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import type { PersonHere } from '~/realtime/people'
import { dayHolding } from '~/timetable/view/days'
import { useProgramme } from '../useProgramme'
import { CommandButton } from './CommandButton'
import { ViewSwitch } from './ViewSwitch'

export function TopBar({ fairName }: { fairName: LocalText }) {
  const { t } = useTranslation(['timetable', 'editor', 'common'])
  const { text } = useFormat()
  const lang = useLang()
  const { data, timetable, dialog } = useProgramme()
  const overview = `/${lang}/organise/${data.fairId}`

  /** What that person points at, or has chosen. */
  const goTo = ({ window }: PersonHere) => {
    const programme = window?.presence?.programme
    const [ref] = programme?.selection ?? []
    const day = programme?.cursor && dayHolding(timetable.state.days, programme.cursor.minute)
    if (day) timetable.setDay(day.day)
    else if (ref !== undefined) timetable.reveal(ref)
  }

  return (
    <header className="tt-top">
      <a
        className="tool-button"
        href={overview}
        aria-label={t('editor:toOverview')}
        data-tip={t('editor:toOverview')}
        data-tip-side="right"
      >
        <Icon name="back" />
      </a>
      <h1 className="top-bar__fair" title={text(fairName)}>
        <span className="visually-hidden">{t('timetable:title')}: </span>
        {text(fairName)}
      </h1>
      <ViewSwitch />
      <span className="top-bar__undo">
        <CommandButton command="undo" icon="undo" />
        <CommandButton command="redo" icon="redo" />
      </span>
      <span className="tt-top__space" />
      <ConnectionPill />
      <PeopleHere onGo={goTo} />
      <a className="button button--small button--primary top-bar__publish" href={`${overview}/release`}>
        {t('editor:publish')}
      </a>
      <IconButton
        icon="help"
        label={t('timetable:help.title')}
        className="top-bar__help"
        onClick={() => dialog.set({ kind: 'help' })}
      />
      <Popover align="end" className="tool-button" label={t('common:menu')} button={<Icon name="more" />}>
        {(close) => (
          <ul className="menu">
            <li className="top-bar__menu-publish">
              <a className="menu__item" href={`${overview}/release`}>
                <span className="menu__text">{t('editor:publish')}</span>
              </a>
            </li>
            <li>
              <button
                type="button"
                className="menu__item"
                onClick={() => {
                  close()
                  dialog.set({ kind: 'help' })
                }}
              >
                <span className="menu__text">{t('timetable:help.title')}</span>
              </button>
            </li>
            <li>
              <a className="menu__item" href={`${overview}/history?view=programme`}>
                <span className="menu__text">{t('editor:history')}</span>
              </a>
            </li>
            <li>
              <a className="menu__item" href={`${overview}/plan`}>
                <span className="menu__text">{t('timetable:toPlan')}</span>
              </a>
            </li>
            <li>
              <a className="menu__item" href={`${overview}/programme/import`}>
                <span className="menu__text">{t('timetable:import')}</span>
              </a>
            </li>
            <li className="menu__first menu__language">
              <LanguageSwitch />
            </li>
          </ul>
        )}
      </Popover>
    </header>
  )
}
