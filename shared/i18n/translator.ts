import i18next, { type i18n, type TFunction } from 'i18next'
import type { Language } from '#shared/kernel/language'
import type { en } from './en'
import type { Messages } from './messages'

export type Catalogue = Messages<typeof en>
export type Namespace = keyof typeof en

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    // Error codes have underscores.
    contextSeparator: '~'
    resources: typeof en
  }
}

/** Translates keys of any namespace: `t('errors:BOOTH_TAKEN')`, and `t('save')` for the common ones. */
export type Translate = TFunction<[Namespace, ...Namespace[]]>

/** An instance of its own for a request or a page: nothing is shared between people. */
export function createTranslator(
  language: Language,
  catalogue: Catalogue,
  plugins: Parameters<i18n['use']>[0][] = [],
): i18n {
  const instance = i18next.createInstance()
  for (const plugin of plugins) instance.use(plugin)
  instance.init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    contextSeparator: '~',
    ns: Object.keys(catalogue),
    resources: { [language]: catalogue },
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
  })
  return instance
}
