import type { common as source } from '../en/common'
import type { Messages } from '../messages'

export const common: Messages<typeof source> = {
  productName: 'Beursvloer',
  tagline: 'Un salon planifié ensemble, en direct',
  skipToContent: 'Aller au contenu',
  language: 'Langue',
  languages: { nl: 'Nederlands', fr: 'Français', en: 'English' },
  signIn: 'Se connecter',
  signOut: 'Se déconnecter',
  signOutWarning:
    'Cet appareil contient des modifications pas encore envoyées ({{n}}). Si vous vous déconnectez, elles seront perdues.',
  signOutStay: 'Rester connecté',
  signOutAnyway: 'Se déconnecter et les perdre',
  signedInAs: 'Connecté en tant que {{name}}',
  save: 'Enregistrer',
  cancel: 'Annuler',
  close: 'Fermer',
  delete: 'Supprimer',
  edit: 'Modifier',
  search: 'Rechercher',
  back: 'Retour',
  loading: 'Chargement…',
  optional: 'facultatif',
  squareMetres: '{{area}} m²',
  dimensions: '{{width}} × {{depth}} m',
  menu: 'Menu',
  mainNavigation: 'Navigation principale',
  fairs: 'Salons',
  organise: 'Organiser',
  demo: 'Démo',
  myAccount: 'Mon compte',
}
