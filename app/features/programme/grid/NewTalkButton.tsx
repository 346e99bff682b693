import { useTranslation } from 'react-i18next'
import { Icon } from '~/features/editor/parts/Icon'
import { useProgramme, useReadOnly } from '../useProgramme'

export function NewTalkButton() {
  const { t } = useTranslation('timetable')
  const { timetable } = useProgramme()
  const readOnly = useReadOnly()
  return (
    <button
      type="button"
      className="text-button tt-new"
      disabled={readOnly}
      onClick={() => void timetable.createTalk()}
    >
      <Icon name="plus" /> {t('shelf.newTalk')}
    </button>
  )
}
