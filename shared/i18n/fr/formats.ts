import type { formats as source } from '../en/formats'
import type { Messages } from '../messages'

export const formats: Messages<typeof source> = {
  calendar: {
    cancelled: 'Annulé : {{title}}',
    speakers: 'Avec {{names}}',
    name: '{{fair}} : programme',
    description: 'Tout ce qui se passe à {{fair}}. Se met à jour tout seul.',
  },
  remarks: {
    noTimeZone: 'Le fichier ne donne pas de fuseau horaire ; ses heures sont lues comme celles de {{zone}}.',
    unknownTimeZone: 'Le fuseau horaire du fichier est inconnu ; ses heures sont lues comme celles de {{zone}}.',
    dateFromDay: 'Le fichier ne donne que l’heure ; la date est celle du jour sous lequel elle se trouve.',
    cancelledByTitle: 'Le titre dit que c’est annulé ; la session arrive comme annulée.',
    roomGuidTwice: 'Deux salles partagent une identité ; seule la première la garde.',
    guidTwice:
      'Deux sessions différentes partagent une identité ; les deux arrivent, la seconde avec une identité inventée.',
    idNotNumber: 'Ceci devrait être un nombre et n’en est pas un ; l’élément arrive sans.',
    noDuration: 'Le fichier ne donne pas de durée ; nous comptons {{minutes}} minutes.',
    durationTooLong: 'Dure plus de {{hours}} heures, le maximum possible ; la durée est raccourcie.',
    timeUnreadable: 'La date ou l’heure est illisible ; la session arrive sans place dans l’horaire.',
    textCut: 'Le texte est trop long ; la fin manque.',
    languageUnknown: 'Ceci n’est pas une langue connue ; la session arrive sans langue.',
    severalTexts: 'Le texte existe en plusieurs langues ; l’anglais est repris, sinon la première.',
    trackWithoutSector: 'Aucun secteur du salon ne porte ce nom ; la session arrive sans secteur.',
    kindUnknown: 'Nous ne connaissons pas ce type ; la session arrive comme exposé.',
    personByName: 'Le salon connaît quelqu’un de ce nom ; nous supposons que c’est la même personne.',
    personTwoNames: 'Une identité sous deux noms ; le premier est repris.',
    stagesCreated: 'Le salon n’a pas de scène de ce nom ; nous en créons une à un endroit libre du plan.',
    hallCreated: 'Le salon n’a pas encore de hall ; nous en créons un pour les scènes.',
    encodingGuessed: 'Le fichier n’est pas en UTF-8 ; il est lu comme Windows-1252. Vérifiez les lettres accentuées.',
    eventWithoutTitle: 'Une session sans titre est écartée : personne ne la reconnaîtrait.',
    notConfirmed: 'Selon le fichier, ceci ne fait pas (ou plus) partie du programme.',
    linkUnsafe: 'Un lien qui pourrait nuire est écarté.',
    urlUnreadable: 'Ceci n’est pas une adresse qui mène quelque part ; elle est écartée.',
    personWithoutName: 'Un intervenant sans nom est écarté.',
    dateUnreadable: 'Ceci n’est pas une date ; elle est écartée.',
    carriedTooMuch:
      'Le fichier contient plus que ce que nous pouvons garder à côté de la session : d’autres liens, ou le texte avec sa mise en forme.',
    speakersTooMany: 'Seuls les {{max}} premiers intervenants sont repris.',
    rowIncomplete:
      'Cette ligne a plus de cellules que le tableau n’a de colonnes, ou il manque un guillemet ; ce qui ne trouve pas de place est écarté.',
    tooManyEvents: 'Seules les {{max}} premières sessions sont reprises.',
    fieldUnknown: 'Nous n’avons pas de place pour ce champ.',
  },
  refusals: {
    empty: 'Le fichier est vide.',
    tooLarge: 'Le fichier dépasse {{max}} Mo.',
    encoding:
      'Le fichier dit que ses lettres sont écrites en « {{encoding}} » ; ce n’est pas le cas, ou personne ne connaît cette manière.',
    unknownFormat: 'Ceci n’est ni un schedule.xml, ni un schedule.json, ni un tableau (CSV).',
    notXml: 'Ceci n’est pas du XML bien formé (ligne {{line}}) : {{problem}}',
    xmlEntities:
      'Le fichier déclare des entités ou renvoie à d’autres fichiers. Nous n’ouvrons pas de tels fichiers ; enregistrez-le sans DOCTYPE.',
    notSchedule: 'Ceci n’est pas un programme : il commence par « {{root}} » et non par un schedule.',
    notJson: 'Ceci n’est pas du JSON valide : {{problem}}',
    columnsMissing: 'Le tableau n’a pas de colonne de titres. Il a : {{columns}}.',
    noEvents: 'Il n’y a aucune session dans le fichier.',
  },
}
