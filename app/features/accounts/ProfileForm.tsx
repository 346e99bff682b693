import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '#shared/kernel/language'
import { Field, Select } from '~/components/Field'
import type { Failure } from '~/services/answer.server'

export interface ProfileFormProps {
  account: { name: string; language: string }
  failure: (Failure & { typed: { name: string; language: string } }) | undefined
}

export function ProfileForm({ account, failure }: ProfileFormProps) {
  const { t } = useTranslation(['accounts', 'common'])
  const profileFailed = failure?.fields.some(({ path }) => path === 'name' || path === 'language') ?? false
  const shown = failure && profileFailed ? failure.typed : account
  return (
    <section className="stack">
      <h2>{t('accounts:account.profile')}</h2>
      <form method="post" className="form form--short">
        <input type="hidden" name="intent" value="profile" />
        <Field
          name="name"
          label={t('accounts:account.name')}
          defaultValue={shown.name}
          problems={failure?.fields}
          autoComplete="name"
          required
          maxLength={100}
        />
        <Select
          name="language"
          label={t('accounts:account.language')}
          defaultValue={shown.language}
          problems={failure?.fields}
        >
          {LANGUAGES.map((language) => (
            <option key={language} value={language} lang={language}>
              {t(`common:languages.${language}`)}
            </option>
          ))}
        </Select>
        <div className="form__actions">
          <button type="submit" className="button button--primary">
            {t('common:save')}
          </button>
        </div>
      </form>
    </section>
  )
}
