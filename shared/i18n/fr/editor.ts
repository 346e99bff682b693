import type { editor as source } from '../en/editor'
import type { Messages } from '../messages'

export const editor: Messages<typeof source> = {
  commands: {
    toolSelect: 'Sélectionner',
    toolHand: 'Déplacer la vue',
    toolBooth: 'Stand',
    toolRows: 'Rangées de stands',
    toolWall: 'Mur',
    toolColumn: 'Colonne',
    toolExit: 'Entrée ou sortie',
    toolStage: 'Scène',
    toolMeetingPoint: 'Point de rencontre',
    toolSector: 'Attribuer des stands à un secteur',
    undo: 'Annuler',
    redo: 'Rétablir',
    delete: 'Supprimer',
    duplicate: 'Dupliquer',
    selectAll: 'Tout sélectionner',
    rotateRight: 'Quart de tour à droite',
    rotateLeft: 'Quart de tour à gauche',
    turnRight: 'Tourner de 15° à droite',
    turnLeft: 'Tourner de 15° à gauche',
    nudgeLeft: 'Vers la gauche',
    nudgeRight: 'Vers la droite',
    nudgeUp: 'Vers le haut',
    nudgeDown: 'Vers le bas',
    nudgeFarLeft: 'Plus loin à gauche',
    nudgeFarRight: 'Plus loin à droite',
    nudgeFarUp: 'Plus loin vers le haut',
    nudgeFarDown: 'Plus loin vers le bas',
    assignSector: 'Attribuer la sélection à un secteur',
    zoomIn: 'Zoom avant',
    zoomOut: 'Zoom arrière',
    zoomFit: 'Afficher tout le hall',
    zoomSelection: 'Afficher la sélection',
    toggleGrid: 'Grille',
    toggleSnapping: 'Magnétisme',
    escape: 'Un pas en arrière',
  },
  messages: {
    claimedNotRemoved_one:
      'Le stand {{numbers}} ne peut pas être supprimé : un exposant l’a réservé ou demandé. Déplacez d’abord cet exposant.',
    claimedNotRemoved_other:
      'Les stands {{numbers}} ne peuvent pas être supprimés : des exposants les ont réservés ou demandés. Déplacez d’abord ces exposants.',
    numberTaken: 'Le numéro {{number}} existe déjà dans ce hall. Choisissez-en un autre.',
    hallClaimed_one:
      'Ce hall ne peut pas être supprimé : le stand {{numbers}} est réservé ou demandé. Déplacez d’abord cet exposant.',
    hallClaimed_other:
      'Ce hall ne peut pas être supprimé : les stands {{numbers}} sont réservés ou demandés. Déplacez d’abord ces exposants.',
    nothingFits: 'Aucun stand ne tient ici. Dessinez une zone plus grande ou réduisez les stands.',
    noHall: 'Ajoutez d’abord un hall.',
    invalidField: 'Cette valeur ne convient pas ici.',
    tooLarge: 'C’est trop pour une seule étape. Procédez en plusieurs fois.',
  },
  problems: {
    L01: 'Chevauchement de {{area}} m²',
    L02: '{{area}} m² en dehors du hall',
    L03: 'Une colonne occupe {{percent}} % du stand',
    L11: '{{area}} m² de l’espace à laisser libre devant une sortie sont occupés',
    L23: 'Le numéro {{number}} est utilisé {{times}} fois',
  },
}
