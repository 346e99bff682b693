import type { Messages } from '#shared/i18n/messages'
import type { stars as source } from '../en/stars'

export const stars: Messages<typeof source> = {
  star: 'Dans mon programme : {{title}}',
  mine: 'Mon programme',
  said: {
    starred: '« {title} » est dans votre programme.',
    unstarred: '« {title} » n’est plus dans votre programme.',
    waiting: 'Pas de connexion. Vos étoiles restent sur cet appareil et seront envoyées plus tard.',
    full: 'Ce navigateur n’a plus de place pour garder des étoiles.',
  },
  without: {
    text: 'Sans compte, c’est votre navigateur qui garde vos étoiles. Il lui faut pour cela des scripts, qui sont désactivés ici.',
    signIn: 'Connectez-vous pour ajouter des étoiles sans scripts.',
  },
  feed: {
    name: 'Mon programme – {{fair}}',
    description:
      'Les sessions que vous avez marquées d’une étoile ou pour lesquelles vous avez une place. Suit chaque changement de lui-même.',
  },
  my: {
    title: 'Mon programme',
    description: 'Les sessions de {{fair}} que vous avez marquées d’une étoile, par jour, avec ce qui se chevauche.',
    lead: 'Ce que vous avez marqué d’une étoile et vos places réservées, par jour.',
    keptHere: 'Ce navigateur garde vos étoiles. Connectez-vous pour les avoir sur tous vos appareils.',
    signIn: 'Se connecter',
    loading: 'Nous composons votre programme…',
    failed:
      'Sans connexion, votre programme n’a pas pu être composé. Vos étoiles sont en sécurité ; réessayez plus tard.',
    retry: 'Réessayer',
    nextTitle: 'À venir',
    emptyTitle: 'Pas encore d’étoile',
    emptyText:
      'Touchez l’étoile à côté d’une session : elle s’affiche ici, par jour, avec un avertissement si deux se chevauchent ou si le chemin est trop long. Aucun compte nécessaire.',
    browse: 'Voir le programme',
    times: 'Heures de {{zone}}',
    release: 'Publication {{number}}, {{moment}}',
  },
  words: {
    noTime: 'Pas encore d’heure',
    cancelled: 'Annulée',
    moved: 'Déplacée : c’était {time}, {stage}',
    clash: 'En même temps que « {title} » ({time}), pendant {minutes} min',
    walkTo: 'Serré : « {title} » commence {minutes} min plus tard, et le chemin prend environ {needed} min',
    walkFrom: 'Serré : {minutes} min après « {title} », et le chemin depuis là prend environ {needed} min',
    seat: 'Vous avez une place',
    onWaitingList: 'Liste d’attente, place {position}',
    repeat: 'A lieu {count} fois : choisissez-en une',
    over: 'Terminée',
    now: 'En cours',
    next: 'À venir',
    gone: 'Plus au programme :',
  },
  calendar: {
    title: 'Dans votre agenda',
    text: 'Une adresse privée que suit votre agenda : nouvelles étoiles, déplacements et annulations arrivent d’eux-mêmes.',
    anonymous:
      'Pour cela, vos étoiles sont placées sur notre serveur, sans votre nom, à une adresse que vous êtes seul·e à connaître. Les étoiles ajoutées ici plus tard suivent.',
    secret: 'Qui connaît l’adresse peut lire votre programme. Vous pouvez la remplacer à tout moment.',
    make: 'Créer mon adresse d’agenda',
    address: 'Votre adresse privée',
    copy: 'Copier',
    copied: 'Copiée',
    subscribe: 'S’abonner dans mon agenda',
    change: 'Remplacer ou arrêter',
    renew: 'Remplacer l’adresse',
    renewHint: 'L’ancienne adresse cesse aussitôt de fonctionner.',
    close: 'Arrêter l’agenda',
    closeHint: 'Les agendas qui la suivent ne reçoivent plus rien. Vos étoiles restent.',
    failed: 'Cela n’a pas marché. Vérifiez votre connexion et réessayez.',
  },
  kept: {
    text: 'Pas de connexion, ou très lente. Voici la copie que votre appareil a gardée {age} ({moment}) ; quelque chose a pu changer depuis.',
    reload: 'Réessayer',
  },
}
