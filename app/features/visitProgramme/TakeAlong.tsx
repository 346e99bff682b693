import { useTranslation } from 'react-i18next'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'

export interface TakeAlongProps {
  slug: string
  /** Origin of this site, for code that stands on another. */
  publicUrl: string
  release: { number: number; publishedAt: string }
  /** Members may propose sessions, and vote on them. */
  open: { proposals: boolean; vote: boolean }
}

/** The programme outside this site: calendars, apps, tables, screens, other sites. */
export function TakeAlong({ slug, publicUrl, release, open }: TakeAlongProps) {
  const { t } = useTranslation(['programme', 'proposals'])
  const lang = useLang()
  const paths = visitPaths(lang, slug)
  const code = `<script src="${publicUrl}/embed.js" data-fair="${slug}" data-view="programme" data-lang="${lang}" async></script>`
  const files = [
    [t('take.calendar'), paths.calendar],
    [t('take.schedule'), paths.file('schedule.xml')],
    [t('take.json'), paths.file('schedule.json')],
    [t('take.csv'), paths.file('talks.csv')],
  ] as const
  const pages = [
    [t('speakers.title'), paths.speakers],
    [t('take.changes'), paths.changes],
    [t('take.screen'), paths.screen()],
    ...(open.proposals ? [[t('proposals:propose.title'), paths.propose] as const] : []),
    ...(open.vote ? [[t('proposals:vote.title'), paths.proposals] as const] : []),
  ] as const
  return (
    <section className="take-along" aria-labelledby="take">
      <h2 id="take">{t('take.title')}</h2>
      <ul className="take-along__links">
        {files.map(([name, href]) => (
          <li key={href}>
            <a href={href} rel="nofollow">
              {name}
            </a>
          </li>
        ))}
        {pages.map(([name, href]) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
      <details className="take-along__embed">
        <summary>{t('take.embed')}</summary>
        <p>{t('take.embedText')}</p>
        <pre>
          <code>{code}</code>
        </pre>
      </details>
      <p className="quiet">{t('publishedAt', { number: release.number, moment: release.publishedAt })}</p>
    </section>
  )
}
