import type { accounts as source } from '../en/accounts'
import type { Messages } from '../messages'

export const accounts: Messages<typeof source> = {
  signIn: {
    title: 'Se connecter',
    lead: 'Donnez votre adresse e-mail : vous recevrez un lien qui vous connecte. Pas de mot de passe à retenir.',
    first: 'Connectez-vous pour continuer. Vous reviendrez ensuite à la page voulue.',
    email: 'Adresse e-mail',
    submit: 'Envoyez-moi un lien',
    sentTitle: 'Regardez dans votre boîte mail',
    sent: 'Un lien est en route vers {{email}}. Il fonctionne une seule fois, dans les {{minutes}} minutes.',
    nothing: 'Rien après quelques minutes ? Regardez parmi les indésirables, ou demandez un autre lien.',
    again: 'Utiliser une autre adresse',
    noMailTitle: 'Demandez votre lien',
    noMail:
      'Cette installation n’envoie pas de mails. La personne qui la gère peut imprimer le lien avec cette commande :',
    demo: 'Vous voulez juste jeter un œil ? La démo ne demande pas d’adresse.',
    demoLink: 'Entrer dans la démo',
  },
  confirm: {
    title: 'Vous y êtes presque',
    lead: 'Encore un clic et vous êtes connecté en tant que {{email}}.',
    newLead: 'Il n’y a pas encore de compte pour {{email}}. Dites-nous votre nom et nous le créons.',
    name: 'Votre nom',
    nameHint: 'Les personnes avec qui vous préparez un salon le voient.',
    submit: 'Se connecter',
    submitNew: 'Créer mon compte',
    other: 'Ce n’est pas votre adresse ? Fermez cette page : rien ne se passe.',
    askAgain: 'Demander un nouveau lien',
  },
  account: {
    title: 'Mon compte',
    saved: 'Enregistré.',
    profile: 'À propos de vous',
    name: 'Nom',
    email: 'Adresse e-mail',
    language: 'Langue des pages et des mails',
    demo: 'Vous êtes une personne de démonstration. D’autres sont peut-être la même personne en ce moment : nom et compte restent donc tels quels.',
    fairs: 'Vos salons',
    noFairs: 'Vous n’êtes encore dans aucun salon. Créez-en un, ou suivez l’invitation d’un organisateur.',
    newFair: 'Nouveau salon',
    sessions: 'Où vous êtes connecté',
    devices_one: 'Sur {{count}} appareil ou navigateur.',
    devices_other: 'Sur {{count}} appareils ou navigateurs.',
    signOutEverywhere: 'Se déconnecter partout',
    signOutHint:
      'Les modifications d’un plan qui n’ont pas encore atteint le serveur restent sur l’appareil où vous les avez faites.',
    data: 'Vos données',
    dataLead: 'Tout ce que nous gardons sur vous, dans un fichier que d’autres programmes peuvent lire.',
    download: 'Télécharger mes données (JSON)',
    delete: 'Supprimer mon compte',
    deleteLead:
      'Votre compte, vos rôles, vos étoiles, vos inscriptions, vos propositions en cours et les mails en attente disparaissent. Vos coordonnées sont retirées des exposants, et votre nom des sessions que vous donnez. Les stands et les plans restent dans leur salon. C’est définitif.',
    deleteCheck: 'Oui, supprimer définitivement mon compte',
    deleteSubmit: 'Supprimer mon compte',
    lastOwner:
      'Ces salons n’auraient plus de propriétaire : {{fairs}}. Nommez d’abord un autre propriétaire, ou archivez-les.',
  },
  roles: { owner: 'Propriétaire', organiser: 'Organisateur', exhibitor: 'Exposant' },
}
