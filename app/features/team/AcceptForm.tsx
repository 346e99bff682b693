import { useTranslation } from 'react-i18next'
import { Field, Select } from '~/components/Field'
import type { Failure } from '~/services/answer.server'

const KINDS = ['member', 'collective', 'partner'] as const

export interface AcceptFormProps {
  person: string
  /** No organiser has entered this exhibitor yet. */
  asksExhibitor: boolean
  failure: (Failure & { exhibitor: { name: string; kind: string } }) | undefined
}

export function AcceptForm({ person, asksExhibitor, failure }: AcceptFormProps) {
  const { t } = useTranslation(['team', 'common'])
  return (
    <div className="stack">
      <p>{t('team:invitation.as', { name: person })}</p>
      <form method="post" className="form form--short">
        {asksExhibitor && (
          <>
            <Field
              name="exhibitor.name"
              label={t('team:invitation.name')}
              defaultValue={failure?.exhibitor.name}
              problems={failure?.fields}
              autoComplete="organization"
              required
              maxLength={120}
            />
            <Select
              name="exhibitor.kind"
              label={t('team:invitation.kind')}
              defaultValue={failure?.exhibitor.kind || 'member'}
              problems={failure?.fields}
            >
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`team:invitation.kinds.${kind}`)}
                </option>
              ))}
            </Select>
          </>
        )}
        <div className="form__actions">
          <button type="submit" className="button button--primary">
            {t('team:invitation.accept')}
          </button>
        </div>
      </form>
    </div>
  )
}
