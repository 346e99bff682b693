import { useTranslation } from 'react-i18next'
import { MAX_SEARCH } from '~/features/visit/planQuery'
import type { ProgrammePage } from './programmePage'
import { NO_SECTOR, type ProgrammeQuery, programmeParams } from './programmeQuery'

export interface ProgrammeSearchProps {
  page: ProgrammePage
  query: ProgrammeQuery
  /** The page itself, with other parts of the address. */
  href: (values: Record<string, string | null>) => string
  /** Of a framed page: goes with every request. */
  theme: string | null
}

/** Search and filters. A plain form; the small script filters at once and hides the button. On phones the filters unfold. */
export function ProgrammeSearch({ page, query, href, theme }: ProgrammeSearchProps) {
  const { t } = useTranslation('programme')
  const { stages, sectors, sectorless, kinds, languages } = page.choices
  const chosen = [query.stageId, query.sectorId, query.kind, query.language].filter(Boolean).length
  return (
    <form className="programme-search" method="get" action={href({})} data-programme-form="">
      {query.day !== null && <input type="hidden" name="day" value={query.day} />}
      {theme !== null && <input type="hidden" name="theme" value={theme} />}
      {query.view !== null && <input type="hidden" name="view" value={query.view} />}
      <search className="programme-search__bar" aria-label={t('search.label')}>
        <input
          className="input"
          type="search"
          name="q"
          defaultValue={query.search}
          maxLength={MAX_SEARCH}
          placeholder={t('search.hint')}
          aria-label={t('search.label')}
          autoComplete="off"
          enterKeyHint="search"
        />
        <button className="button" type="submit" data-without-script="">
          {t('search.submit')}
        </button>
      </search>
      <div className="programme-search__line">
        <details className="programme-filters" open={chosen > 0}>
          <summary>
            {t('search.filters')}
            <span className="programme-filters__count" data-chosen="" hidden={chosen === 0}>
              {chosen}
            </span>
          </summary>
          <div className="programme-filters__fields">
            {stages.length > 1 && (
              <select className="input" name="stage" defaultValue={query.stageId ?? ''} aria-label={t('search.stage')}>
                <option value="">{t('search.allStages')}</option>
                {stages.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
            {sectors.length > 0 && (
              <select
                className="input"
                name="sector"
                defaultValue={query.sectorId ?? ''}
                aria-label={t('search.sector')}
              >
                <option value="">{t('search.allSectors')}</option>
                {sectors.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
                {sectorless && <option value={NO_SECTOR}>{t('search.noSector')}</option>}
              </select>
            )}
            {kinds.length > 1 && (
              <select className="input" name="kind" defaultValue={query.kind ?? ''} aria-label={t('search.kind')}>
                <option value="">{t('search.allKinds')}</option>
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`kind.${kind}`)}
                  </option>
                ))}
              </select>
            )}
            {languages.length > 1 && (
              <select
                className="input"
                name="language"
                defaultValue={query.language ?? ''}
                aria-label={t('search.language')}
              >
                <option value="">{t('search.allLanguages')}</option>
                {languages.map(({ tag, name }) => (
                  <option key={tag} value={tag}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </div>
        </details>
        <nav className="plan-toggle" aria-label={t('view.label')}>
          {(['list', 'grid'] as const).map((view) => (
            <a
              key={view}
              href={href(programmeParams(query, { view }))}
              data-view-link={view}
              aria-current={query.view === view ? 'true' : undefined}
            >
              {t(`view.${view}`)}
            </a>
          ))}
        </nav>
      </div>
    </form>
  )
}
