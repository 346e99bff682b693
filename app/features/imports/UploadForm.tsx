import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#shared/kernel/errors'
import { Field } from '~/components/Field'

/** The file; sends it for a look only. */
export function UploadForm({ again, problems }: { again: boolean; problems: readonly FieldProblem[] | undefined }) {
  const { t } = useTranslation('imports')
  const { formData } = useNavigation()
  const looking = formData?.get('intent') === 'look'
  return (
    <Form method="post" encType="multipart/form-data" className="form">
      <input type="hidden" name="intent" value="look" />
      <Field
        name="file"
        type="file"
        accept=".xml,.json,.csv,application/xml,text/xml,application/json,text/csv"
        label={again ? t('otherFile') : t('file')}
        hint={t('fileHint')}
        problems={problems}
        required
      />
      <div className="form__actions">
        <button type="submit" className={again ? 'button' : 'button button--primary'} aria-disabled={looking}>
          {looking ? t('looking') : t('look')}
        </button>
      </div>
    </Form>
  )
}
