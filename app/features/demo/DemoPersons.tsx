import { useTranslation } from 'react-i18next'
import type { DemoPersonInfo } from '#server/services/accounts/listDemoPersons'
import { Select } from '~/components/Field'
import { useLang } from '~/lib/useLang'

export interface DemoPersonsProps {
  as: DemoPersonInfo['role']
  persons: readonly DemoPersonInfo[]
}

/** Choose one of twenty and go in. Posts to an address outside the pages, so a plain form. */
export function DemoPersons({ as: role, persons }: DemoPersonsProps) {
  const { t } = useTranslation(['demo', 'booths'])
  const lang = useLang()
  const labelOf = ({ n, name, booth }: DemoPersonInfo) =>
    [
      t(`demo:${role}.number`, { n }),
      ...(name ? [name] : []),
      ...(booth ? [`${booth.number}, ${t(`booths:status.${booth.state}`)}`] : []),
    ].join(' · ')
  return (
    <section className="card">
      <h2>{t(`demo:${role}.title`)}</h2>
      <p>{t(`demo:${role}.lead`)}</p>
      <form method="post" action="/demo/enter" className="stack">
        <input type="hidden" name="role" value={role} />
        <input type="hidden" name="lang" value={lang} />
        <Select name="n" label={t('demo:chooseN')}>
          {persons.map((person) => (
            <option key={person.n} value={person.n}>
              {labelOf(person)}
            </option>
          ))}
        </Select>
        <button type="submit" className="button button--primary">
          {t(`demo:${role}.enter`)}
        </button>
      </form>
    </section>
  )
}
