import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#shared/kernel/errors'
import { Field } from '~/components/Field'
import { useFormat } from '~/lib/format'

/** As long as a name may be. */
const MAX_VERSION_NAME = 80

export interface ListedVersion {
  id: string
  position: number
  name: string
  at: string | null
  by: string | null
  href: string
}

export interface VersionsSectionProps {
  versions: readonly ListedVersion[]
  /** The moment that is shown. */
  at: number | null
  timeZone: string
  /** A new name that was not taken. */
  refused: { versionId?: string; name?: string; problems: readonly FieldProblem[] } | null
}

/** Moments that have a name: jump there, rename, remove the name. */
export function VersionsSection({ versions, at, timeZone, refused }: VersionsSectionProps) {
  const { t } = useTranslation('history')
  const format = useFormat()
  return (
    <section className="stack versions" aria-labelledby="versions">
      <h2 id="versions">{t('versions.title')}</h2>
      {versions.length === 0 ? (
        <p className="booth-facts__soft">{t('versions.none')}</p>
      ) : (
        <ul className="plain-list divided versions__list">
          {versions.map((version) => (
            <li key={version.id} className="version">
              <Link to={version.href} className="version__name" aria-current={version.position === at || undefined}>
                {version.name}
              </Link>
              <p className="booth-facts__soft">
                {version.at ? format.instant(version.at, timeZone) : t('time.beginning')}
                {version.by && ` · ${t('versions.by', { name: version.by })}`}
              </p>
              <ManageVersion version={version} refused={refused?.versionId === version.id ? refused : null} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface ManageVersionProps {
  version: ListedVersion
  refused: VersionsSectionProps['refused']
}

function ManageVersion({ version: { id, name, position }, refused }: ManageVersionProps) {
  const { t } = useTranslation('history')
  return (
    <details className="act" key={name} open={refused !== null || undefined}>
      <summary className="button button--small">
        {t('versions.rename')}
        <span className="visually-hidden"> {name}</span>
      </summary>
      <div className="act__panel">
        <Form method="post" className="version__form">
          <input type="hidden" name="intent" value="rename" />
          <input type="hidden" name="versionId" value={id} />
          <Field
            name="name"
            label={t('versions.name')}
            defaultValue={refused?.name ?? name}
            problems={refused?.problems}
            required
            maxLength={MAX_VERSION_NAME}
            autoComplete="off"
          />
          <button type="submit" className="button button--small">
            {t('versions.renameSave')}
          </button>
        </Form>
        <Form method="post">
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="versionId" value={id} />
          <input type="hidden" name="name" value={name} />
          <input type="hidden" name="position" value={position} />
          <button type="submit" className="button button--small button--danger">
            {t('versions.remove')}
          </button>
        </Form>
      </div>
    </details>
  )
}

export interface NameMomentFormProps {
  position: number
  typed: string
  problems: readonly FieldProblem[]
}

export function NameMomentForm({ position, typed, problems }: NameMomentFormProps) {
  const { t } = useTranslation('history')
  return (
    <details className="act" open={problems.length > 0 || undefined}>
      <summary className="button">{t('versions.nameThis')}</summary>
      <Form method="post" className="act__panel version__form">
        <input type="hidden" name="intent" value="name" />
        <input type="hidden" name="position" value={position} />
        <Field
          name="name"
          label={t('versions.name')}
          hint={t('versions.hint')}
          defaultValue={typed}
          problems={problems}
          required
          maxLength={MAX_VERSION_NAME}
          autoComplete="off"
        />
        <button type="submit" className="button button--primary">
          {t('versions.save')}
        </button>
      </Form>
    </details>
  )
}
