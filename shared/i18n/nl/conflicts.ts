import type { conflicts as source } from '../en/conflicts'
import type { Messages } from '../messages'

export const conflicts: Messages<typeof source> = {
  severities: { error: 'Fout', warning: 'Waarschuwing' },
  waived: 'Aanvaard',
  none: 'Geen conflicten.',
  rules: {
    stageDouble: 'Podium dubbel bezet',
    speakerDouble: 'Spreker op twee plaatsen',
    stageUnavailable: 'Podium niet beschikbaar',
    speakerUnavailable: 'Spreker niet beschikbaar',
    outsideHours: 'Buiten de openingsuren',
    overCapacity: 'Te veel volk',
    missingEquipment: 'Materiaal ontbreekt',
    sectorClash: 'Zelfde sector tegelijk',
    prerequisite: 'Verkeerde volgorde',
    changeover: 'Te weinig tijd ertussen',
    walk: 'Te ver te voet',
    boothAlone: 'Niemand op de stand',
  },
  sentences: {
    stageDouble: '“{{talk}}” en “{{other}}” staan allebei op {{stage}}: {{when}} ({{measured}} min).',
    speakerDouble:
      '{{person}} kan niet tegelijk in “{{talk}}” ({{stage}}) en in “{{other}}” ({{otherStage}}) zijn: {{when}} ({{measured}} min).',
    stageUnavailable: '{{stage}} is niet beschikbaar voor “{{talk}}”: {{when}} ({{measured}} min).',
    speakerUnavailable: '{{person}} is niet beschikbaar voor “{{talk}}” op {{stage}}: {{when}} ({{measured}} min).',
    outsideHours: '“{{talk}}” op {{stage}} valt buiten de openingsuren: {{when}} ({{measured}} min).',
    overCapacity: '“{{talk}}” is voor {{measured}} personen, op {{stage}} is plaats voor {{limit}}: {{when}}.',
    missingEquipment: '“{{talk}}” heeft nodig wat {{stage}} niet heeft ({{missing}}): {{when}}.',
    sectorClash:
      '“{{talk}}” ({{stage}}) en “{{other}}” ({{otherStage}}) zijn allebei voor {{sector}}: {{when}} ({{measured}} min).',
    prerequisite:
      '“{{talk}}” op {{stage}} begint {{measured}} min voor het einde van “{{other}}” op {{otherStage}}, dat eerst moet komen: {{when}}.',
    changeover: '{{measured}} min tussen “{{talk}}” en “{{other}}” op {{stage}}, er zijn er {{limit}} nodig: {{when}}.',
    walk: '{{person}} heeft {{measured}} min van “{{talk}}” ({{stage}}) naar “{{other}}” ({{otherStage}}), te voet duurt het er {{limit}}: {{when}}.',
    boothAlone:
      '{{person}} is de enige op stand {{booths}} en spreekt dan in “{{talk}}” op {{stage}}: {{when}} ({{measured}} min).',
  },
  refusals: {
    invalidField: 'Dat gaat niet ({{field}}). Er is niets veranderd.',
    noTalk: 'Deze sessie is er niet meer.',
    noStage: 'Dit podium is er niet meer. Kies een ander.',
    noSlot: 'Deze sessie heeft dat tijdstip niet meer.',
    tooLong: 'Een sessie duurt hoogstens {{hours}} uur. Er is niets veranderd.',
    reasonNeeded: 'Zeg kort (hoogstens 500 tekens) waarom dit zo mag blijven.',
  },
}
