import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { fieldSentence } from '#shared/i18n/sentence'
import type { FieldProblem } from '#shared/kernel/errors'
import { TextArea } from '~/components/Field'

export interface PublishFormProps {
  nextNumber: number
  position: number
  problems: number
  formKey: string
  /** What was typed when it did not work. */
  note: string
  remarks: readonly FieldProblem[]
}

export function PublishForm({ nextNumber, position, problems, formKey, note, remarks }: PublishFormProps) {
  const { t } = useTranslation(['releases', 'errors'])
  const busy = useNavigation().state === 'submitting'
  const unseen = remarks.filter(({ path }) => path === 'confirmed')
  return (
    <section className="card publish" aria-labelledby="publish">
      <h2 className="card__title" id="publish">
        {t('releases:publish.title', { number: nextNumber })}
      </h2>
      <Form method="post" className="form">
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="position" value={position} />
        <input type="hidden" name="number" value={nextNumber} />
        <TextArea
          name="note"
          label={t('releases:publish.note')}
          hint={t('releases:publish.noteHint')}
          optional
          rows={2}
          maxLength={1000}
          defaultValue={note}
          problems={remarks}
        />
        {problems > 0 && (
          <div>
            <label className="check">
              <input
                type="checkbox"
                name="confirmed"
                required
                aria-describedby={unseen.length > 0 ? 'unseen' : undefined}
                aria-invalid={unseen.length > 0 || undefined}
              />
              <span>{t('releases:problems.seen', { count: problems })}</span>
            </label>
            {unseen.length > 0 && (
              <p className="field__error" id="unseen">
                {unseen.map((remark) => fieldSentence(t, remark)).join(' ')}
              </p>
            )}
          </div>
        )}
        <p className="field__hint">{t('releases:publish.effect')}</p>
        <p>
          <button type="submit" className="button button--primary" name="intent" value="publish" disabled={busy}>
            {t('releases:publish.button', { number: nextNumber })}
          </button>
        </p>
      </Form>
    </section>
  )
}
