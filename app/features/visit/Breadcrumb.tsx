import { useTranslation } from 'react-i18next'

export interface Crumb {
  name: string
  href?: string
}

/** The last one is where one is. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation('visit')
  return (
    <nav className="breadcrumb" aria-label={t('crumbs')}>
      <ol>
        {crumbs.map(({ name, href }, index) => (
          <li key={href ?? name}>
            {index === crumbs.length - 1 ? <span aria-current="page">{name}</span> : <a href={href}>{name}</a>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
