import type { signups as source } from '../en/signups'
import type { Messages } from '../messages'

export const signups: Messages<typeof source> = {
  title: 'S’inscrire',
  left_one: 'Il reste {{count}} place sur {{seats}}.',
  left_other: 'Il reste {{count}} places sur {{seats}}.',
  full: 'Les {{seats}} places sont prises.',
  waiting_one: '{{count}} personne attend.',
  waiting_other: '{{count}} personnes attendent.',
  mine: {
    seated: 'Vous avez une place.',
    waiting:
      'Vous êtes sur la liste d’attente, en position {{position}}. Si une place se libère, elle est à vous et vous recevez un e-mail.',
  },
  take: 'Prendre une place',
  queue: 'Rejoindre la liste d’attente',
  giveUp: {
    seated: 'Rendre ma place',
    waiting: 'Quitter la liste d’attente',
    hint: 'La personne suivante reçoit votre place.',
  },
  seen: 'Les organisateurs voient votre nom et votre adresse e-mail. La session s’ajoute aussi à votre programme.',
  signIn: 'Connectez-vous pour prendre une place',
  said: {
    seated: 'Vous avez une place. Elle est dans votre programme.',
    waiting: 'Vous êtes sur la liste d’attente. Si une place se libère, vous recevez un e-mail.',
    cancelled: 'Vous avez rendu votre place.',
  },
  list: {
    title: 'Inscriptions',
    lead: 'Qui a une place et qui attend, pour les sessions au nombre de places limité.',
    open: 'Voir les inscriptions',
    csv: 'Enregistrer en CSV',
    seated: '{{seated}} places prises sur {{seats}}',
    cancelled: 'Annulée',
    nobody: 'Personne ne s’est encore inscrit.',
    columns: { name: 'Nom', email: 'E-mail', state: 'Place', at: 'Depuis' },
    state: { seated: 'Place', waiting: 'Liste d’attente' },
    empty: {
      title: 'Aucune session n’a un nombre de places limité',
      text: 'Donnez un nombre de places à une session dans le programme et publiez : les visiteurs pourront alors s’inscrire.',
    },
  },
}
