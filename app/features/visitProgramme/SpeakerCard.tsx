import { useTranslation } from 'react-i18next'
import type { VisitPaths } from '~/lib/visitPaths'
import { initialsOf } from './initials'
import type { TalkSpeaker } from './talkPage'

/** A person with initials for a face, and the booth where to find them. */
export function SpeakerCard({ speaker, paths }: { speaker: TalkSpeaker; paths: VisitPaths }) {
  const { t } = useTranslation('visit')
  const { exhibitor } = speaker
  return (
    <div className="speaker-card">
      <span className="speaker-card__mark" aria-hidden="true">
        {initialsOf(speaker.name)}
      </span>
      <a href={paths.speaker(speaker.id)}>{speaker.name}</a>
      {exhibitor && (
        <span className="speaker-card__more">
          <a href={paths.exhibitor(exhibitor.id)}>{exhibitor.name}</a>
          {exhibitor.numbers !== '' && ` · ${t('exhibitor.at', { numbers: exhibitor.numbers })}`}
        </span>
      )}
    </div>
  )
}
