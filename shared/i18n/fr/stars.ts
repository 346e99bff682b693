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
}
