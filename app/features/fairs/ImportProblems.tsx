import { useTranslation } from 'react-i18next'
import { fieldSentence } from '#shared/i18n/sentence'
import type { Failure } from '~/services/answer.server'

/** What is wrong with a plan that was not taken over, record by record. */
export function ImportProblems({ failure }: { failure: Failure | undefined }) {
  const { t } = useTranslation(['fairs', 'errors'])
  if (failure?.code !== 'IMPORT_INVALID') return null
  return (
    <section className="stack stack--tight">
      <h2>{t('fairs:import.problems')}</h2>
      <ul className="problem-list">
        {failure.fields.map((problem) => (
          <li key={`${problem.path} ${problem.code}`}>
            <code>{problem.path || t('fairs:import.whole')}</code> {fieldSentence(t, problem)}
          </li>
        ))}
      </ul>
    </section>
  )
}
