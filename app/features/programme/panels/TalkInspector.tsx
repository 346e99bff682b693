import { useTranslation } from 'react-i18next'
import { Icon } from '~/features/editor/parts/Icon'
import { Panel } from '~/features/editor/parts/Panel'
import { useProgramme, useReadOnly, useSelection } from '../useProgramme'
import { SeveralTalks } from './SeveralTalks'
import { TalkForm } from './TalkForm'

/** What is selected, with everything that can be said of it. */
export function TalkInspector() {
  const { t } = useTranslation('talks')
  const { timetable } = useProgramme()
  const disabled = useReadOnly()
  const { talks } = useSelection()
  const [first] = talks
  const title = talks.length > 1 ? t('inspector.several', { count: talks.length }) : t('inspector.title')
  return (
    <Panel name="talk" title={title}>
      {first === undefined ? (
        <>
          <p className="panel__empty">{t('inspector.nothing')}</p>
          <p>
            <button type="button" className="text-button" disabled={disabled} onClick={() => timetable.createTalk()}>
              <Icon name="plus" /> {t('inspector.newTalk')}
            </button>
          </p>
        </>
      ) : talks.length > 1 ? (
        <SeveralTalks talks={talks} />
      ) : (
        <TalkForm key={first.id} talk={first} />
      )}
    </Panel>
  )
}
