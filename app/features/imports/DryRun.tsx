import { useTranslation } from 'react-i18next'
import { Notice } from '~/components/Notice'
import { useFormat } from '~/lib/format'
import type { DryRunView } from '~/services/importPage.server'
import { fieldNames } from './importWords'
import { NameList } from './NameList'
import { RemarkList } from './RemarkList'

const ROWS = ['talks', 'stages', 'people'] as const
const COLUMNS = ['new', 'changed', 'same'] as const

/** What the import would do: counts, then names, then what is unclear or left out. */
export function DryRun({ look }: { look: DryRunView }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const { counts, overwritten } = look
  const named = (name: string) => name
  return (
    <>
      <p>
        {t('dryRun.about', { file: look.fileName, format: look.format.toUpperCase() })}{' '}
        {look.title !== '' && t('dryRun.event', { title: look.title })}
      </p>
      {!look.changes && <Notice>{t('dryRun.nothing')}</Notice>}
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('dryRun.what')}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className="number">
                  {t(`dryRun.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map((row) => (
              <tr key={row}>
                <th scope="row">{t(`dryRun.${row}`)}</th>
                {COLUMNS.map((column) => (
                  <td key={column} className="number">
                    {format.number(counts[row][column])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {counts.stages.new > 0 && <p>{t('dryRun.rooms', { hall: t('hallName') })}</p>}
      {overwritten.shown.length > 0 && (
        <Notice kind="warning" title={t('overwritten.title')}>
          <p>{t('overwritten.text')}</p>
          <ul>
            {overwritten.shown.map(({ kind, name, fields }) => (
              <li key={`${kind} ${name}`}>
                {t(`overwritten.${kind}`, { name, fields: format.list(fieldNames(t, fields)) })}
              </li>
            ))}
            {overwritten.more > 0 && <li>{t('dryRun.more', { count: overwritten.more })}</li>}
          </ul>
        </Notice>
      )}
      <div>
        <NameList title={t('dryRun.newTalks')} names={look.newTalks} nameOf={named} />
        <NameList
          title={t('dryRun.changedTalks')}
          names={look.changedTalks}
          nameOf={({ title, fields }) => `${title}: ${format.list(fieldNames(t, fields))}`}
        />
        <NameList title={t('dryRun.newStages')} names={look.newStages} nameOf={named} />
        <NameList title={t('dryRun.newPeople')} names={look.newPeople} nameOf={named} />
        <NameList title={t('dryRun.changedPeople')} names={look.changedPeople} nameOf={named} />
      </div>
      <RemarkList remarks={look.remarks} level="h3" />
    </>
  )
}
