import type { editor as source } from '../en/editor'
import type { Messages } from '../messages'

export const editor: Messages<typeof source> = {
  commands: {
    toolSelect: 'Selecteren',
    toolHand: 'Beeld verschuiven',
    toolBooth: 'Stand',
    toolRows: 'Rijen stands',
    toolWall: 'Muur',
    toolColumn: 'Kolom',
    toolExit: 'In- of uitgang',
    toolStage: 'Podium',
    toolMeetingPoint: 'Ontmoetingsplek',
    toolSector: 'Stands aan een sector geven',
    undo: 'Ongedaan maken',
    redo: 'Opnieuw',
    delete: 'Verwijderen',
    duplicate: 'Dupliceren',
    selectAll: 'Alles selecteren',
    rotateRight: 'Kwartslag naar rechts',
    rotateLeft: 'Kwartslag naar links',
    turnRight: '15° naar rechts draaien',
    turnLeft: '15° naar links draaien',
    nudgeLeft: 'Naar links',
    nudgeRight: 'Naar rechts',
    nudgeUp: 'Naar boven',
    nudgeDown: 'Naar beneden',
    nudgeFarLeft: 'Verder naar links',
    nudgeFarRight: 'Verder naar rechts',
    nudgeFarUp: 'Verder naar boven',
    nudgeFarDown: 'Verder naar beneden',
    assignSector: 'Selectie aan een sector geven',
    zoomIn: 'Inzoomen',
    zoomOut: 'Uitzoomen',
    zoomFit: 'Hele hal tonen',
    zoomSelection: 'Selectie tonen',
    toggleGrid: 'Raster',
    toggleSnapping: 'Uitlijnen',
    escape: 'Eén stap terug',
  },
  messages: {
    claimedNotRemoved_one:
      'Stand {{numbers}} kan niet weg: een exposant houdt hem vast of heeft hem aangevraagd. Geef die exposant eerst een andere stand.',
    claimedNotRemoved_other:
      'De stands {{numbers}} kunnen niet weg: exposanten houden ze vast of hebben ze aangevraagd. Geef die exposanten eerst een andere stand.',
    numberTaken: 'Nummer {{number}} bestaat al in deze hal. Kies een ander.',
    hallClaimed_one:
      'Deze hal kan niet weg: stand {{numbers}} is vastgehouden of aangevraagd. Geef die exposant eerst een andere stand.',
    hallClaimed_other:
      'Deze hal kan niet weg: de stands {{numbers}} zijn vastgehouden of aangevraagd. Geef die exposanten eerst een andere stand.',
    nothingFits: 'Hier past geen stand. Teken een groter vlak of maak de stands kleiner.',
    noHall: 'Voeg eerst een hal toe.',
    invalidField: 'Die waarde kan hier niet.',
    tooLarge: 'Dat is te veel in één keer. Doe het in delen.',
  },
  problems: {
    L01: 'Overlapping van {{area}} m²',
    L02: '{{area}} m² buiten de hal',
    L03: 'Een kolom neemt {{percent}} % van de stand in',
    L11: '{{area}} m² van de vrije ruimte voor een uitgang is ingenomen',
    L23: 'Nummer {{number}} komt {{times}} keer voor',
  },
}
