import type { conflicts as source } from '../en/conflicts'
import type { Messages } from '../messages'

export const conflicts: Messages<typeof source> = {
  severities: { error: 'Erreur', warning: 'Avertissement' },
  waived: 'Accepté',
  none: 'Aucun conflit.',
  rules: {
    stageDouble: 'Scène prise deux fois',
    speakerDouble: 'Intervenant à deux endroits',
    stageUnavailable: 'Scène non disponible',
    speakerUnavailable: 'Intervenant non disponible',
    outsideHours: 'En dehors des heures d’ouverture',
    overCapacity: 'Trop de monde',
    missingEquipment: 'Matériel manquant',
    sectorClash: 'Même secteur en même temps',
    prerequisite: 'Mauvais ordre',
    changeover: 'Trop peu de temps entre les deux',
    walk: 'Trop loin à pied',
    boothAlone: 'Personne au stand',
  },
  sentences: {
    stageDouble: '« {{talk}} » et « {{other}} » occupent tous deux {{stage}} : {{when}} ({{measured}} min).',
    speakerDouble:
      '{{person}} ne peut pas être à la fois à « {{talk}} » ({{stage}}) et à « {{other}} » ({{otherStage}}) : {{when}} ({{measured}} min).',
    stageUnavailable: '{{stage}} : non disponible pour « {{talk}} », {{when}} ({{measured}} min).',
    speakerUnavailable: '{{person}} n’est pas disponible pour « {{talk}} » ({{stage}}) : {{when}} ({{measured}} min).',
    outsideHours: '« {{talk}} » ({{stage}}) tombe en dehors des heures d’ouverture : {{when}} ({{measured}} min).',
    overCapacity: '« {{talk}} » est prévu pour {{measured}} personnes, {{stage}} en accueille {{limit}} : {{when}}.',
    missingEquipment: '« {{talk}} » a besoin de matériel que {{stage}} n’a pas ({{missing}}) : {{when}}.',
    sectorClash:
      '« {{talk}} » ({{stage}}) et « {{other}} » ({{otherStage}}) s’adressent au même secteur, {{sector}} : {{when}} ({{measured}} min).',
    prerequisite:
      '« {{talk}} » ({{stage}}) commence {{measured}} min avant la fin de « {{other}} » ({{otherStage}}), qui doit venir d’abord : {{when}}.',
    changeover: '{{measured}} min entre « {{talk}} » et « {{other}} » ({{stage}}), il en faut {{limit}} : {{when}}.',
    walk: '{{person}} a {{measured}} min pour aller de « {{talk}} » ({{stage}}) à « {{other}} » ({{otherStage}}), le trajet en prend {{limit}} : {{when}}.',
    boothAlone:
      '{{person}} est la seule personne du stand {{booths}} et intervient dans « {{talk}} » ({{stage}}) : {{when}} ({{measured}} min).',
  },
  refusals: {
    invalidField: 'Cela ne va pas ({{field}}). Rien n’a été modifié.',
    noTalk: 'Cette session n’existe plus.',
    noStage: 'Cette scène n’existe plus. Choisissez-en une autre.',
    noSlot: 'Cette session n’a plus cet horaire.',
    tooLong: 'Une session dure au maximum {{hours}} heures. Rien n’a été modifié.',
    reasonNeeded: 'Dites en quelques mots (500 caractères au plus) pourquoi cela peut rester ainsi.',
  },
}
