import { useTranslation } from 'react-i18next'
import { SectorChip } from '~/components/SectorChip'
import { TalkLines } from '~/features/visitProgramme/TalkLines'
import type { TalkLine } from '~/features/visitProgramme/talkLines'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import type { ExhibitorPage } from './exhibitorPage'
import { languageName } from './languageName'
import { MiniMap } from './MiniMap'

export interface ExhibitorProfileProps {
  fair: { id: string; slug: string }
  page: ExhibitorPage
  talks: readonly TalkLine[]
}

/** Who they are, what they show, where they stand. */
export function ExhibitorProfile({ fair, page, talks }: ExhibitorProfileProps) {
  const { t } = useTranslation(['visit', 'exhibitors', 'programme'])
  const format = useFormat()
  const lang = useLang()
  const paths = visitPaths(lang, fair.slug)
  const { description, contact } = page
  const spoken = (tag: string): string =>
    languageName(tag, lang) ?? t(`exhibitors:languageNames.${tag as 'nl'}`, { defaultValue: tag })
  return (
    <article className="with-aside visit-article">
      <div className="stack stack--loose">
        <header className="stack stack--tight">
          <p className="page-head__eyebrow">{t(`exhibitors:kinds.${page.kind}`)}</p>
          <h1>{page.name}</h1>
          <ul className="cluster booth-links">
            {page.booths.map(({ id, number }) => (
              <li key={id}>
                <a className="booth-link" href={paths.booth(id)}>
                  {t('booth.title', { number })}
                </a>
              </li>
            ))}
          </ul>
        </header>
        {description ? (
          <div className="stack stack--tight">
            <p className="as-typed prose" lang={description.language}>
              {description.text}
            </p>
            {description.language !== lang && (
              <p className="quiet">{t('exhibitor.otherLanguage', { language: spoken(description.language) })}</p>
            )}
          </div>
        ) : (
          <p className="quiet">{t('exhibitor.noDescription')}</p>
        )}
        {talks.length > 0 && (
          <section className="stack stack--tight" aria-labelledby="talks">
            <h2 id="talks">{t('programme:here.exhibitor')}</h2>
            <TalkLines lines={talks} slug={fair.slug} />
          </section>
        )}
        <dl className="facts">
          {page.sectors.length > 0 && (
            <>
              <dt>{t('exhibitor.sectors')}</dt>
              <dd>
                <ul className="plain-list">
                  {page.sectors.map((sector) => (
                    <li key={sector.id}>
                      <SectorChip {...sector} href={paths.sector(sector.id)} />
                    </li>
                  ))}
                </ul>
              </dd>
            </>
          )}
          {page.languages.length > 0 && (
            <>
              <dt>{t('exhibitor.languages')}</dt>
              <dd className="capital">{format.list(page.languages.map(spoken))}</dd>
            </>
          )}
          {page.links.length > 0 && (
            <>
              <dt>{t('exhibitor.links')}</dt>
              <dd>
                <ul className="plain-list">
                  {page.links.map(({ label, url }) => (
                    <li key={url}>
                      <a href={url} rel="noopener nofollow ugc">
                        {label || url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')}
                      </a>
                    </li>
                  ))}
                </ul>
              </dd>
            </>
          )}
          {contact && (
            <>
              <dt>{t('exhibitor.contact')}</dt>
              <dd className="stack stack--tight">
                {contact.name && <span>{contact.name}</span>}
                {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
                {contact.phone && <a href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</a>}
              </dd>
            </>
          )}
        </dl>
      </div>
      <section className="stack" aria-labelledby="where">
        <h2 id="where">{t('exhibitor.where')}</h2>
        {page.maps.map((map) => {
          const numbers = page.booths.filter(({ id }) => map.boothIds.includes(id)).map(({ number }) => number)
          const hall = format.text(map.hall.name)
          return (
            <div key={map.hall.id} className="stack stack--tight">
              <p>{t('exhibitor.inHall', { booth: t('exhibitor.at', { numbers: numbers.join(', ') }), hall })}</p>
              <MiniMap
                map={map}
                label={t('exhibitor.miniMap', { numbers: numbers.join(', '), hall })}
                slug={fair.slug}
                fairId={fair.id}
                as="pins"
              />
              <a className="button" href={paths.plan({ booth: map.boothIds[0] })}>
                {t('exhibitor.onPlan')}
              </a>
            </div>
          )
        })}
      </section>
    </article>
  )
}
