import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { IMPORT_MODES, type ImportMode } from '#shared/exchange/planMerge'
import type { FieldProblem } from '#shared/kernel/errors'
import { Field } from '~/components/Field'

export interface ImportFormProps {
  mode: ImportMode
  /** A preview is shown above, whose button is the one to press. */
  again: boolean
  problems: readonly FieldProblem[] | undefined
}

/** File and mode; sends for a look only. */
export function ImportForm({ mode, again, problems }: ImportFormProps) {
  const { t } = useTranslation('fairs')
  return (
    <Form method="post" encType="multipart/form-data" className="form">
      <input type="hidden" name="intent" value="preview" />
      <Field
        name="plan"
        type="file"
        accept="application/json,.json"
        label={t('import.file')}
        problems={problems}
        required
      />
      <fieldset className="subfields">
        <legend>{t('import.mode')}</legend>
        {IMPORT_MODES.map((one) => (
          <label key={one} className="check check--explained">
            <input type="radio" name="mode" value={one} defaultChecked={one === mode} />
            <span>
              {t(`import.${one}`)}
              <span className="check__hint">{t(one === 'add' ? 'import.addHint' : 'import.replaceHint')}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="form__actions">
        <button type="submit" className={again ? 'button' : 'button button--primary'}>
          {t('import.preview')}
        </button>
      </div>
    </Form>
  )
}
