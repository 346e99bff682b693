import { useTranslation } from 'react-i18next'

export interface TablePerson {
  id: string
  name: string
  email: string
  account: boolean
  exhibitor: { id: string; name: string } | null
  /** How many ranges of time; null: whenever the fair is open. */
  ranges: number | null
  talks: number
}

export interface PersonTableProps {
  people: readonly TablePerson[]
  hrefOf: (id: string) => string
  exhibitorHref: (id: string) => string
}

/** A table on a desk, cards on a phone (people.css lays the cells out anew). */
export function PersonTable({ people, hrefOf, exhibitorHref }: PersonTableProps) {
  const { t } = useTranslation('people')
  return (
    <div className="table-wrap table-wrap--cards person-table">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('list.columns.name')}</th>
            <th scope="col">{t('list.columns.talks')}</th>
            <th scope="col">{t('list.columns.exhibitor')}</th>
            <th scope="col">{t('list.columns.available')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, email, account, exhibitor, ranges, talks }) => (
            <tr key={id}>
              <th scope="row" className="person-table__name">
                <a href={hrefOf(id)}>{name}</a>
                <span className="person-table__mail">
                  {email === '' ? t('list.noEmail') : email}
                  {account && <span className="badge">{t('list.account')}</span>}
                </span>
              </th>
              <td>
                {talks === 0 ? (
                  <span className="booth-facts__soft">{t('list.noTalks')}</span>
                ) : (
                  t('list.talks', { count: talks })
                )}
              </td>
              <td>{exhibitor && <a href={exhibitorHref(exhibitor.id)}>{exhibitor.name}</a>}</td>
              <td>
                {ranges === null ? (
                  <span className="booth-facts__soft">{t('list.always')}</span>
                ) : (
                  t('list.ranges', { count: ranges })
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
