import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#shared/kernel/errors'
import { Check, Field } from '~/components/Field'
import type { Typed } from './fairForm'

export interface FirstHallFieldsProps {
  typed: Typed
  problems?: readonly FieldProblem[]
}

/** What the plan starts as: an empty hall by width and depth in metres, or a plan from a file. */
export function FirstHallFields({ typed, problems = [] }: FirstHallFieldsProps) {
  const { t } = useTranslation(['fairs', 'common'])
  // Limits of lengths are kept in mm; people type metres.
  const inMetres = problems.map((problem) => {
    const { min, max } = problem.params ?? {}
    if (!problem.path.startsWith('start.hall.') || problem.path.endsWith('name')) return problem
    const limit = { ...(min && { min: `${Number(min) / 1000} m` }), ...(max && { max: `${Number(max) / 1000} m` }) }
    return { ...problem, params: { ...problem.params, ...limit } }
  })
  return (
    <>
      <fieldset className="stack">
        <legend>{t('fairs:new.plan')}</legend>
        <p className="field__hint">{t('fairs:new.planHint')}</p>
        <div className="form__row">
          <Field
            name="start.hall.widthMm"
            label={`${t('fairs:new.width')} (m)`}
            defaultValue={typed['start.hall.widthMm']}
            problems={inMetres}
            inputMode="decimal"
            placeholder="70"
            maxLength={12}
          />
          <Field
            name="start.hall.depthMm"
            label={`${t('fairs:new.depth')} (m)`}
            defaultValue={typed['start.hall.depthMm']}
            problems={inMetres}
            inputMode="decimal"
            placeholder="64"
            maxLength={12}
          />
          <Field
            name="start.hall.name"
            label={t('fairs:new.hallName')}
            defaultValue={typed['start.hall.name']}
            problems={inMetres}
            optional
            maxLength={120}
          />
        </div>
        <Check
          name="defaultSectors"
          value="yes"
          defaultChecked={typed.defaultSectors === 'yes'}
          label={t('fairs:new.sectors')}
        />
      </fieldset>
      <Field
        name="plan"
        type="file"
        accept="application/json,.json"
        label={t('fairs:new.file')}
        hint={t('fairs:new.fileHint')}
        problems={problems}
        optional
      />
    </>
  )
}
