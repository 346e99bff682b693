import { useTranslation } from 'react-i18next'

/** What people at booths in Belgium speak or sign; other tags already stored are kept. */
export const SPOKEN = ['nl', 'fr', 'en', 'de', 'es', 'it', 'pt', 'sv', 'ar', 'tr', 'vgt', 'sfb'] as const
type Spoken = (typeof SPOKEN)[number]
const isSpoken = (tag: string): tag is Spoken => (SPOKEN as readonly string[]).includes(tag)

/** A language by its name, or by its tag where we have none. */
export function useLanguageName(): (tag: string) => string {
  const { t } = useTranslation('exhibitors')
  return (tag) => (isSpoken(tag) ? t(`languageNames.${tag}`) : tag)
}

export function LanguageChecks({ chosen }: { chosen: readonly string[] }) {
  const { t } = useTranslation('exhibitors')
  const nameOf = useLanguageName()
  const others = chosen.filter((tag) => !isSpoken(tag))
  return (
    <fieldset>
      <legend>{t('profile.languages')}</legend>
      <div className="check-grid check-grid--narrow">
        {[...SPOKEN, ...others].map((tag) => (
          <label className="check" key={tag}>
            <input type="checkbox" name="languages" value={tag} defaultChecked={chosen.includes(tag)} />
            <span>{nameOf(tag)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
