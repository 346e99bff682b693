import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#shared/kernel/errors'
import type { ProposalState } from '#shared/proposals/proposal'
import { Check, Field, Select } from '~/components/Field'

export interface ReviewFormProps {
  proposal: { version: number; state: ProposalState; labels: readonly string[]; votable: boolean }
  problems: readonly FieldProblem[]
}

/** What organisers note about a proposal before they decide. One that was declined can be taken up again. */
export function ReviewForm({ proposal, problems }: ReviewFormProps) {
  const { t } = useTranslation('proposals')
  const declined = proposal.state === 'declined'
  return (
    <Form method="post" className="card form">
      <input type="hidden" name="version" value={proposal.version} />
      <Select
        name="state"
        label={t('review.state')}
        defaultValue={declined ? 'reviewing' : proposal.state}
        problems={problems}
      >
        {!declined && <option value="submitted">{t('states.submitted')}</option>}
        <option value="reviewing">{t('states.reviewing')}</option>
      </Select>
      <Field
        name="labels"
        label={t('review.labels')}
        hint={t('review.labelsHint')}
        defaultValue={proposal.labels.join(', ')}
        maxLength={400}
        problems={problems.map((problem) => ({ ...problem, path: problem.path.replace(/^labels\..*/, 'labels') }))}
      />
      <Check name="votable" label={t('review.votable')} defaultChecked={proposal.votable} />
      <p className="field__hint">{t('review.votableClosed')}</p>
      <button type="submit" className="button" name="intent" value="review">
        {t('review.save')}
      </button>
    </Form>
  )
}
