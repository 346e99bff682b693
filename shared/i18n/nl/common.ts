import type { common as source } from '../en/common'
import type { Messages } from '../messages'

export const common: Messages<typeof source> = {
  productName: 'Beursvloer',
  tagline: 'Een beurs, samen en live gepland',
  skipToContent: 'Naar de inhoud',
  language: 'Taal',
  languages: { nl: 'Nederlands', fr: 'Français', en: 'English' },
  signIn: 'Aanmelden',
  signOut: 'Afmelden',
  signOutWarning:
    'Op dit toestel staan wijzigingen die nog niet verstuurd zijn ({{n}}). Als je je afmeldt, gaan ze verloren.',
  signOutStay: 'Aangemeld blijven',
  signOutAnyway: 'Afmelden en ze kwijtraken',
  signedInAs: 'Aangemeld als {{name}}',
  save: 'Bewaren',
  cancel: 'Annuleren',
  close: 'Sluiten',
  delete: 'Verwijderen',
  edit: 'Bewerken',
  search: 'Zoeken',
  back: 'Terug',
  loading: 'Laden…',
  optional: 'optioneel',
  squareMetres: '{{area}} m²',
  dimensions: '{{width}} × {{depth}} m',
  menu: 'Menu',
  mainNavigation: 'Hoofdnavigatie',
  fairs: 'Beurzen',
  organise: 'Organiseren',
  demo: 'Demo',
  myAccount: 'Mijn account',
}
