import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#shared/kernel/errors'
import { TextArea } from '~/components/Field'

export interface DecisionFormProps {
  version: number
  formKey: string
  problems: readonly FieldProblem[]
}

export function DecisionForm({ version, formKey, problems }: DecisionFormProps) {
  const { t } = useTranslation('proposals')
  return (
    <Form method="post" className="card form">
      <h2>{t('review.decide')}</h2>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="key" value={formKey} />
      <TextArea
        name="note"
        label={t('review.note')}
        hint={t('review.noteHint')}
        rows={3}
        maxLength={1000}
        problems={problems}
      />
      <p className="field__hint">{t('review.acceptHint')}</p>
      <div className="cluster">
        <button type="submit" className="button button--primary" name="intent" value="accept">
          {t('review.accept')}
        </button>
        <button type="submit" className="button" name="intent" value="decline">
          {t('review.decline')}
        </button>
      </div>
    </Form>
  )
}
