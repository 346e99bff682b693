export const conflicts = {
  severities: { error: 'Error', warning: 'Warning' },
  waived: 'Accepted',
  none: 'No conflicts.',
  rules: {
    stageDouble: 'Stage taken twice',
    speakerDouble: 'Speaker in two places',
    stageUnavailable: 'Stage not available',
    speakerUnavailable: 'Speaker not available',
    outsideHours: 'Outside opening hours',
    overCapacity: 'Too many people',
    missingEquipment: 'Equipment missing',
    sectorClash: 'Same sector at once',
    prerequisite: 'Wrong order',
    changeover: 'Too little time between',
    walk: 'Too far to walk',
    boothAlone: 'Nobody at the booth',
  },
  sentences: {
    stageDouble: '“{{talk}}” and “{{other}}” are both on {{stage}}: {{when}} ({{measured}} min).',
    speakerDouble:
      '{{person}} cannot be in “{{talk}}” ({{stage}}) and in “{{other}}” ({{otherStage}}) at once: {{when}} ({{measured}} min).',
    stageUnavailable: '{{stage}} is not available for “{{talk}}”: {{when}} ({{measured}} min).',
    speakerUnavailable: '{{person}} is not available for “{{talk}}” on {{stage}}: {{when}} ({{measured}} min).',
    outsideHours: '“{{talk}}” on {{stage}} is outside opening hours: {{when}} ({{measured}} min).',
    overCapacity: '“{{talk}}” is for {{measured}} people, {{stage}} holds {{limit}}: {{when}}.',
    missingEquipment: '“{{talk}}” needs what {{stage}} does not have ({{missing}}): {{when}}.',
    sectorClash:
      '“{{talk}}” ({{stage}}) and “{{other}}” ({{otherStage}}) are both for {{sector}}: {{when}} ({{measured}} min).',
    prerequisite:
      '“{{talk}}” on {{stage}} starts {{measured}} min before “{{other}}” on {{otherStage}} has ended, which must come first: {{when}}.',
    changeover: '{{measured}} min between “{{talk}}” and “{{other}}” on {{stage}}, {{limit}} are needed: {{when}}.',
    walk: '{{person}} has {{measured}} min from “{{talk}}” ({{stage}}) to “{{other}}” ({{otherStage}}), the walk takes {{limit}}: {{when}}.',
    boothAlone:
      '{{person}} is the only one at booth {{booths}} and speaks in “{{talk}}” on {{stage}}: {{when}} ({{measured}} min).',
  },
  refusals: {
    invalidField: 'This does not do ({{field}}). Nothing was changed.',
    noTalk: 'This talk is no longer there.',
    noStage: 'This stage is no longer there. Choose another one.',
    noSlot: 'This talk no longer has that time.',
    tooLong: 'A talk takes at most {{hours}} hours. Nothing was changed.',
    reasonNeeded: 'Say in a few words (at most 500 characters) why this may stay as it is.',
  },
}
