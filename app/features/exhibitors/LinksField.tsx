import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_LINKS } from '#shared/exhibitors/profile'
import type { FieldProblem } from '#shared/kernel/errors'
import { Field } from '~/components/Field'
import { linkRows, type ProfileDraft } from './profileForm'

interface Row {
  key: number
  label: string
  url: string
}

/** Rows of links. The buttons change rows here, or, without JavaScript, by a round trip of the form. */
export function LinksField({ links, problems }: { links: ProfileDraft['links']; problems: readonly FieldProblem[] }) {
  const { t } = useTranslation('exhibitors')
  const nextKey = useRef(MAX_LINKS)
  const [rows, setRows] = useState<Row[]>(() => linkRows(links).map((link, key) => ({ key, ...link })))
  const added = useRef<number | null>(null)
  const list = useRef<HTMLFieldSetElement>(null)

  useEffect(() => {
    if (added.current === null) return
    list.current?.querySelector<HTMLInputElement>(`[data-row="${added.current}"] input`)?.focus()
    added.current = null
  })

  const addRow = () => {
    added.current = nextKey.current++
    setRows([...rows, { key: added.current, label: '', url: '' }])
  }
  const removeRow = (key: number) => {
    const index = rows.findIndex((row) => row.key === key)
    added.current = (rows[index + 1] ?? rows[index - 1])?.key ?? null
    setRows(rows.filter((row) => row.key !== key))
  }

  return (
    <fieldset className="stack" ref={list}>
      <legend>{t('profile.links.title')}</legend>
      {rows.map((row, index) => (
        <div className="link-row" key={row.key} data-row={row.key}>
          <Field
            name="linkUrl"
            label={t('profile.links.url', { number: index + 1 })}
            defaultValue={row.url}
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={500}
            placeholder="https://"
            problems={renamed(problems, `links.${index}.url`, 'linkUrl')}
          />
          <Field
            name="linkLabel"
            label={t('profile.links.label')}
            optional
            defaultValue={row.label}
            maxLength={80}
            problems={renamed(problems, `links.${index}.label`, 'linkLabel')}
          />
          <button
            type="submit"
            className="button button--quiet link-row__remove"
            name="rows"
            value={`remove-${index}`}
            formNoValidate
            onClick={(event) => {
              event.preventDefault()
              removeRow(row.key)
            }}
          >
            {t('profile.links.remove')}
            <span className="visually-hidden"> {index + 1}</span>
          </button>
        </div>
      ))}
      {rows.length < MAX_LINKS && (
        <p>
          <button
            type="submit"
            className="button button--small"
            name="rows"
            value="add"
            formNoValidate
            onClick={(event) => {
              event.preventDefault()
              addRow()
            }}
          >
            {t('profile.links.add')}
          </button>
        </p>
      )}
    </fieldset>
  )
}

/** Rows share one field name; their remarks come by path. */
const renamed = (problems: readonly FieldProblem[], path: string, name: string): FieldProblem[] =>
  problems.filter((problem) => problem.path === path).map((problem) => ({ ...problem, path: name }))
