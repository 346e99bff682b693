import type { mails as source } from '../en/mails'
import type { Messages } from '../messages'

export const mails: Messages<typeof source> = {
  greeting: 'Bonjour {{name}},',
  greetingNobody: 'Bonjour,',
  signature: 'Les organisateurs de {{fair}}',
  product: 'Beursvloer',
  address: 'Si le bouton ne fonctionne pas, ouvrez cette adresse :',
  claimConfirmed: {
    subject: 'Le stand {{booth}} est à vous – {{fair}}',
    text: 'Les organisateurs de {{fair}} ont confirmé le stand {{booth}} pour {{exhibitor}}. Dès maintenant, les visiteurs vous y trouvent.',
    next: 'C’est le bon moment pour relire votre profil : c’est ce que lisent les visiteurs.',
    button: 'Voir mon stand',
  },
  claimDeclined: {
    subject: 'Le stand {{booth}} n’a pas pu vous être attribué – {{fair}}',
    text: 'Les organisateurs de {{fair}} n’ont pas pu attribuer le stand {{booth}} à {{exhibitor}}. Ils écrivent :',
    next: 'Le stand est de nouveau libre, et vous aussi : choisissez-en un autre.',
    button: 'Voir les stands libres',
  },
  holdExpiring: {
    subject: 'Votre réservation du stand {{booth}} prend bientôt fin – {{fair}}',
    text: 'Le stand {{booth}} est réservé pour {{exhibitor}} jusqu’au {{until}}. Demandez-le avant, sinon il sera libre pour d’autres.',
    button: 'Le demander maintenant',
  },
  holdExpired: {
    subject: 'Votre réservation du stand {{booth}} a pris fin – {{fair}}',
    text: 'Le temps pendant lequel le stand {{booth}} était réservé pour {{exhibitor}} est écoulé ; d’autres peuvent maintenant le prendre. S’il est encore libre, vous pouvez le réserver ou le demander à nouveau.',
    button: 'Voir les stands',
  },
  claimMoved: {
    subject: 'Vous avez un autre stand : {{to}} – {{fair}}',
    text: 'Les organisateurs de {{fair}} ont déplacé {{exhibitor}} du stand {{from}} au stand {{to}}.',
    button: 'Voir le nouveau stand',
  },
  releaseChanged: {
    subject: {
      booth: 'Le stand {{booth}} a changé – {{fair}}',
      talk: '« {{talk}} » : du changement – {{fair}}',
      several: 'Ce qui change pour vous – {{fair}}',
    },
    text: '{{fair}} a été publié à nouveau. Voici ce qui change pour vous :',
    booth: {
      title: 'Stand {{booth}} de {{exhibitor}}',
      moved: 'Le stand {{booth}} se trouve à un autre endroit.',
      resized: 'Le stand {{booth}} a d’autres dimensions.',
      renumbered: 'Le stand {{before}} s’appelle maintenant {{booth}}.',
      gone: 'Le stand {{before}} n’est plus sur le plan. Les organisateurs vous contacteront, ou vous pouvez en choisir un autre.',
    },
    talk: {
      new: 'Elle est au programme, et vous y prenez la parole.',
      restored: 'Elle a finalement lieu.',
      moved: 'Elle a lieu sur une autre scène.',
      retimed: 'Elle a lieu à un autre moment.',
      cancelled: 'Elle est annulée.',
      gone: 'Elle n’est plus au programme.',
      scheduled: 'Un moment s’ajoute.',
      unscheduled: 'Un moment est supprimé.',
      joined: 'Vous en êtes maintenant l’un des intervenants.',
      left: 'Vous n’en êtes plus l’un des intervenants.',
    },
    slot: '{{time}}, {{stage}}',
    now: 'Maintenant : {{slots}}',
    before: 'Avant : {{slots}}',
    noTime: 'pas encore de moment',
    calendar: 'Le fichier d’agenda joint à ce message contient ces changements : ouvrez-le et votre agenda suit.',
    button: { booth: 'Voir mon stand', talk: 'Voir la session', programme: 'Voir le programme' },
  },
  seatFreed: {
    subject: 'Vous avez une place : {{talk}} – {{fair}}',
    text: 'Une place s’est libérée pour « {{talk}} ». Vous étiez en tête de la liste d’attente : elle est à vous.',
    when: 'La session commence le {{start}}.',
    next: 'Vous ne pouvez finalement pas venir ? Rendez votre place : la personne suivante la recevra.',
    button: 'Voir la session',
  },
  proposalAccepted: {
    subject: 'Acceptée : « {{talk}} » – {{fair}}',
    text: 'Votre proposition « {{talk}} » est acceptée pour {{fair}}. Dites aux organisateurs si vous viendrez ; ils chercheront ensuite une heure et une scène.',
    button: 'Dire que je viendrai',
  },
  proposalDeclined: {
    subject: 'Votre proposition « {{talk}} » – {{fair}}',
    text: 'Les organisateurs de {{fair}} n’ont pas retenu votre proposition « {{talk}} » cette fois-ci. Merci d’avoir contribué.',
    button: 'Voir mes propositions',
  },
  invitation: {
    subject: '{{inviter}} vous invite à {{fair}}',
    organiser:
      '{{inviter}} vous propose d’organiser {{fair}} ensemble : dessiner le plan, répondre aux exposants, publier.',
    exhibitor:
      '{{inviter}} vous invite à {{fair}} comme exposant : choisissez un stand et dites aux visiteurs ce que vous montrez.',
    button: 'Accepter l’invitation',
    once: 'Le lien fonctionne une seule fois. Si vous ne vous y attendiez pas, vous n’avez rien à faire.',
  },
  signInLink: {
    subject: 'Connectez-vous à Beursvloer',
    text_one: 'Appuyez sur le bouton pour vous connecter. Le lien fonctionne une seule fois, pendant {{count}} minute.',
    text_other:
      'Appuyez sur le bouton pour vous connecter. Le lien fonctionne une seule fois, pendant {{count}} minutes.',
    button: 'Se connecter',
    unexpected: 'Vous n’avez rien demandé ? Alors vous n’avez rien à faire : sans ce mail, personne n’entre.',
  },
}
