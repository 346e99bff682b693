import { useTranslation } from 'react-i18next'
import { StarButton, useStarLabel } from '~/features/stars/StarButton'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import type { TalkLine } from './talkLines'

export interface TalkLinesProps {
  lines: readonly TalkLine[]
  slug: string
  /** The reader's stars, on pages that have a StarForm. */
  starred?: ReadonlySet<string> | undefined
}

/** Talks as lines that lead to their pages. */
export function TalkLines({ lines, slug, starred }: TalkLinesProps) {
  const { t } = useTranslation('programme')
  const starLabel = useStarLabel()
  const paths = visitPaths(useLang(), slug)
  return (
    <ul className="talk-lines">
      {lines.map(({ ref, talkId, title, titleLang, when, stage, who, kindWord, cancelled }) => (
        <li key={ref} className={`talk-line${cancelled ? ' is-cancelled' : ''}`} data-talk={talkId} data-slot={ref}>
          <a href={paths.talk(talkId)} lang={titleLang ?? undefined}>
            {title}
          </a>
          <span className="talk-line__facts">
            {cancelled && (
              <>
                <strong>{t('talk.cancelled')}</strong>{' '}
              </>
            )}
            {when ? (
              <>
                <span className="talk-line__when">
                  {when.day}, {when.from} – {when.until}
                </span>
                {stage && ` · ${stage}`}
              </>
            ) : (
              t('talk.noTime')
            )}
          </span>
          {(who !== '' || kindWord) && (
            <span className="talk-line__facts">{[kindWord, who].filter(Boolean).join(' · ')}</span>
          )}
          {starred && <StarButton talkId={talkId} label={starLabel(title)} starred={starred.has(talkId)} />}
        </li>
      ))}
    </ul>
  )
}
