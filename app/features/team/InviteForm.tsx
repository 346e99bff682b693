import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#shared/kernel/errors'
import { Field, TextArea } from '~/components/Field'

/** As server/services/team/createInvitation says. */
const DAYS = 14

export interface InviteFormProps {
  /** Owners invite organisers too. */
  manages: boolean
  typed: { role: string; email: string; note: string } | undefined
  problems: readonly FieldProblem[] | undefined
}

export function InviteForm({ manages, typed, problems }: InviteFormProps) {
  const { t } = useTranslation('team')
  const roles = manages ? (['organiser', 'exhibitor'] as const) : (['exhibitor'] as const)
  const chosen = roles.find((role) => role === typed?.role) ?? roles[0]
  return (
    <section className="card" id="invite">
      <h2>{t('invite')}</h2>
      <p>{t('inviteLead', { days: DAYS })}</p>
      <form method="post" className="form">
        <input type="hidden" name="intent" value="invite" />
        <fieldset className="subfields">
          <legend>{t('as')}</legend>
          {roles.map((role) => (
            <label key={role} className="check check--explained">
              <input type="radio" name="role" value={role} defaultChecked={role === chosen} />
              <span>
                {t(role === 'organiser' ? 'asOrganiser' : 'asExhibitor')}
                <span className="check__hint">{t(role === 'organiser' ? 'asOrganiserHint' : 'asExhibitorHint')}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <Field
          name="email"
          type="email"
          label={t('email')}
          hint={t('emailHint')}
          defaultValue={typed?.email}
          problems={problems}
          optional
          maxLength={254}
        />
        <TextArea
          name="note"
          label={t('note')}
          defaultValue={typed?.note}
          problems={problems}
          optional
          rows={3}
          maxLength={1000}
        />
        <button type="submit" className="button button--primary">
          {t('submit')}
        </button>
      </form>
    </section>
  )
}
