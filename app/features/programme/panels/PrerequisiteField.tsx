import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Talk } from '#shared/document/records'
import type { TalkId } from '#shared/kernel/ids'
import { IconButton } from '~/features/editor/parts/IconButton'
import { usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { useReadOnly } from '../useProgramme'
import { SearchPicker } from './parts/SearchPicker'
import { useTalkEdits } from './useTalkEdits'

/** The talk that must have ended before this one starts. */
export function PrerequisiteField({ talk }: { talk: Talk }) {
  const { t } = useTranslation('talks')
  const { text } = useFormat()
  const { talks } = usePlan()
  const { setFields } = useTalkEdits()
  const disabled = useReadOnly()
  const first = talk.prerequisiteId === null ? undefined : talks.get(talk.prerequisiteId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `text` follows the language
  const options = useMemo(
    () =>
      [...talks.values()]
        .filter(({ id, removed }) => !removed && id !== talk.id)
        .map(({ id, title, kind }) => ({ id: id as string, label: text(title), hint: t(`kinds.${kind}`) })),
    [talks, talk.id, t],
  )
  return (
    <fieldset className="speakers">
      <legend>{t('inspector.prerequisite')}</legend>
      {first && !first.removed ? (
        <ul className="chips">
          <li className="chip">
            <span>{text(first.title)}</span>
            <IconButton
              icon="close"
              side="left"
              label={t('inspector.prerequisiteClear')}
              disabled={disabled}
              onClick={() => setFields(talk.id, { prerequisiteId: null })}
            />
          </li>
        </ul>
      ) : (
        <SearchPicker
          label={t('inspector.prerequisiteFind')}
          options={options}
          disabled={disabled}
          onPick={(id) => setFields(talk.id, { prerequisiteId: id as TalkId })}
        />
      )}
    </fieldset>
  )
}
