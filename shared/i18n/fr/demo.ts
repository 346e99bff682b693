import type { demo as source } from '../en/demo'
import type { Messages } from '../messages'

export const demo: Messages<typeof source> = {
  title: 'Essayez tout',
  lead: 'Ceci est une démo avec un salon inventé. Soyez qui vous voulez, sans adresse ; rien ne quitte cet ordinateur.',
  organiser: {
    title: 'Comme organisateur',
    lead: 'Dessinez le hall, donnez leurs stands aux secteurs, répondez aux demandes, publiez. Ouvrez une deuxième fenêtre comme autre organisateur et voyez-vous travailler.',
    number: 'Organisateur {{n}}',
    enter: 'Entrer comme organisateur',
  },
  exhibitor: {
    title: 'Comme exposant',
    lead: 'Trouvez un stand libre, réservez-le, demandez-le, présentez-vous. Les exposants 11 à 20 n’ont pas encore de stand.',
    number: 'Exposant {{n}}',
    enter: 'Entrer comme exposant',
  },
  visitor: {
    title: 'Comme visiteur',
    lead: 'Cherchez des secteurs, des exposants et des stands, de préférence sur un téléphone. Pas besoin de se connecter.',
    enter: 'Voir les salons',
  },
  chooseN: 'Lequel ?',
  mails: {
    title: 'Mails aux personnes de démonstration',
    lead: 'Dans la démo, rien n’est envoyé. Voici ce que les personnes de démonstration auraient reçu.',
    link: 'Lire les mails aux personnes de démonstration',
    empty: 'Pas encore de mail',
    emptyHint: 'Confirmez ou refusez une demande comme organisateur, puis regardez à nouveau.',
    calendar: 'Pièce jointe : le fichier d’agenda',
    to: 'À {{name}}',
  },
}
