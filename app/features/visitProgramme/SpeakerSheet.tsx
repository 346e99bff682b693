import { useTranslation } from 'react-i18next'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { initialsOf } from './initials'
import type { SpeakerPage } from './speakersPage'
import { TalkLines } from './TalkLines'

export interface SpeakerSheetProps {
  fair: { slug: string }
  page: SpeakerPage
  starred: ReadonlySet<string>
}

/** Who somebody is, what they speak about, and where one meets them. */
export function SpeakerSheet({ fair, page, starred }: SpeakerSheetProps) {
  const { t } = useTranslation(['programme', 'visit'])
  const lang = useLang()
  const paths = visitPaths(lang, fair.slug)
  const { biography, exhibitor } = page
  return (
    <article className="stack stack--loose">
      <header className="sector-sheet__head">
        <span className="speaker-card__mark" aria-hidden="true">
          {initialsOf(page.name)}
        </span>
        <h1>{page.name}</h1>
      </header>
      {biography ? (
        <div className="stack stack--tight">
          <p className="as-typed prose" lang={biography.lang ?? undefined}>
            {biography.text}
          </p>
          {biography.lang && <p className="quiet">{t('talk.otherLanguage', { language: biography.languageName })}</p>}
        </div>
      ) : (
        <p className="quiet">{t('speaker.noBiography')}</p>
      )}
      {exhibitor && (
        <section className="stack stack--tight" aria-labelledby="booth">
          <h2 id="booth">{t('speaker.booth')}</h2>
          <p>
            <a href={paths.exhibitor(exhibitor.id)}>{exhibitor.name}</a>
          </p>
          <ul className="cluster booth-links">
            {exhibitor.booths.map(({ id, number }) => (
              <li key={id}>
                <a className="booth-link" href={paths.booth(id)}>
                  {t('visit:booth.title', { number })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="stack stack--tight" aria-labelledby="talks">
        <h2 id="talks">{t('speaker.talks')}</h2>
        <TalkLines lines={page.talks} slug={fair.slug} starred={starred} />
      </section>
      {page.links.length > 0 && (
        <section className="stack stack--tight" aria-labelledby="links">
          <h2 id="links">{t('speaker.links')}</h2>
          <ul className="plain-list">
            {page.links.map(({ label, url }) => (
              <li key={url}>
                <a href={url} rel="noopener nofollow ugc">
                  {label || url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}
