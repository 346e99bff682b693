import { useTranslation } from 'react-i18next'
import { removeMalformed } from '#shared/plan/ops/removeMalformed'
import { Icon } from '~/features/editor/parts/Icon'
import { Panel } from '~/features/editor/parts/Panel'
import { useMalformed, usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { useProblemSentence } from '../parts/problemSentence'
import { useEdits } from '../useEdits'
import { useProblems, useReadOnly, useSession } from '../useSession'

/** More at once help nobody; the next come up as these are mended. */
const MAX_SHOWN = 100

/** What is wrong with the plan now; each line leads to the spot. */
export function ProblemPanel() {
  const { t } = useTranslation('editor')
  const { number, text } = useFormat()
  const { editor } = useSession()
  const { halls } = usePlan()
  const problems = useProblems()
  const malformed = useMalformed()
  const sentence = useProblemSentence()
  const count = problems.length + malformed.length
  const errors = problems.some(({ severity }) => severity === 'error') || malformed.length > 0

  const aside = (
    <span className={`panel__count${count > 0 ? (errors ? ' panel__count--bad' : ' panel__count--warn') : ''}`}>
      {number(count)}
    </span>
  )
  return (
    <Panel name="problems" openAtFirst={false} title={t('problems.title')} aside={aside}>
      {count === 0 && (
        <p className="panel__empty panel__empty--good">
          <Icon name="check" /> {t('problems.none')}
        </p>
      )}
      <ul className="problem-list">
        {problems.slice(0, MAX_SHOWN).map((problem) => (
          <li key={`${problem.rule} ${problem.hallId} ${problem.ids.join(' ')}`}>
            <button
              type="button"
              className={`problem problem--${problem.severity}`}
              onClick={() => editor.reveal(problem.ids)}
            >
              <Icon name="problem" />
              <span>
                <span className="visually-hidden">{t(`problems.${problem.severity}`)}: </span>
                {sentence(problem)}
                {halls.size > 1 && (
                  <span className="problem__hall">
                    {' '}
                    {text(halls.get(problem.hallId)?.name ?? { nl: problem.hallId })}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {problems.length > MAX_SHOWN && (
        <p className="panel__hint">{t('problems.more', { count: problems.length - MAX_SHOWN })}</p>
      )}
      {malformed.length > 0 && <MalformedList />}
    </Panel>
  )
}

function MalformedList() {
  const { t } = useTranslation('editor')
  const malformed = useMalformed()
  const disabled = useReadOnly()
  const { apply } = useEdits()
  return (
    <>
      <p className="panel__hint">{t('malformed.text')}</p>
      <ul className="problem-list">
        {malformed.slice(0, MAX_SHOWN).map((record) => (
          <li key={`${record.kind}/${record.id}`} className="malformed">
            <span>
              {record.kind}/{record.id}
              <small>{record.problem}</small>
            </span>
            <button
              type="button"
              className="text-button text-button--danger"
              disabled={disabled}
              aria-label={t('malformed.removeOne', { id: `${record.kind}/${record.id}` })}
              onClick={() => apply(removeMalformed([record]))}
            >
              {t('malformed.remove')}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
