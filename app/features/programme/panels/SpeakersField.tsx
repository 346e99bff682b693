import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Talk } from '#shared/document/records'
import type { PersonId } from '#shared/kernel/ids'
import { IconButton } from '~/features/editor/parts/IconButton'
import { peoplePaths } from '~/features/people/peoplePaths'
import { useLang } from '~/lib/useLang'
import { useFacts, useProgramme, useReadOnly } from '../useProgramme'
import { NewPersonForm } from './NewPersonForm'
import { SearchPicker } from './parts/SearchPicker'
import { usePersonName } from './useNames'
import { useTalkEdits } from './useTalkEdits'

/** As many as shared/document/talkRecord.ts lets a talk have. */
const MAX_SPEAKERS = 50

/** Who speaks or hosts: found by name, or made on the spot. */
export function SpeakersField({ talk }: { talk: Talk }) {
  const { t } = useTranslation('talks')
  const { data, store, context } = useProgramme()
  const { setFields } = useTalkEdits()
  const disabled = useReadOnly()
  const { people } = useFacts()
  const nameOf = usePersonName()
  const paths = peoplePaths(useLang(), data.fairId as string)
  const [fresh, setFresh] = useState<string | null>(null)
  const { speakerIds } = talk
  const options = useMemo(
    () =>
      [...people.values()]
        .filter(({ id }) => !speakerIds.includes(id))
        .map(({ id, name, exhibitorName }) => ({
          id: id as string,
          label: name,
          ...(exhibitorName && exhibitorName !== name ? { hint: exhibitorName } : {}),
        })),
    [people, speakerIds],
  )
  /** The speakers of now, not of when a person was being made. */
  const add = (id: PersonId) => {
    const now = store.get('talks', talk.id)?.speakerIds ?? []
    if (!now.includes(id)) setFields(talk.id, { speakerIds: [...now, id] })
  }
  const isFull = speakerIds.length >= MAX_SPEAKERS
  return (
    <fieldset className="speakers">
      <legend>{t('speakers.title')}</legend>
      {speakerIds.length === 0 && <p className="panel__hint">{t('speakers.none')}</p>}
      <ul className="chips">
        {speakerIds.map((id) => {
          const name = nameOf(id)
          return (
            <li key={id} className="chip">
              {people.has(id) ? (
                <a href={paths.person(id)} target="_blank" rel="noreferrer" aria-label={t('speakers.open', { name })}>
                  {name}
                </a>
              ) : (
                <em>{name}</em>
              )}
              <IconButton
                icon="close"
                side="left"
                label={t('speakers.remove', { name })}
                disabled={disabled}
                onClick={() => setFields(talk.id, { speakerIds: speakerIds.filter((one) => one !== id) })}
              />
            </li>
          )
        })}
      </ul>
      {fresh !== null ? (
        <NewPersonForm
          name={fresh}
          address={paths.quick}
          onDone={async (id) => {
            await context.refresh()
            add(id)
            setFresh(null)
          }}
          onCancel={() => setFresh(null)}
        />
      ) : isFull ? (
        <p className="panel__hint">{t('speakers.full', { max: MAX_SPEAKERS })}</p>
      ) : (
        <SearchPicker
          label={t('speakers.find')}
          options={options}
          disabled={disabled}
          onPick={(id) => add(id as PersonId)}
          create={{ label: (name) => t('speakers.create', { name }), onCreate: setFresh }}
        />
      )}
    </fieldset>
  )
}
