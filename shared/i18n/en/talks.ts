export const talks = {
  kinds: {
    talk: 'Talk',
    workshop: 'Workshop',
    debate: 'Debate',
    networking: 'Networking moment',
    meeting: 'Partner meeting',
    break: 'Break',
    blocker: 'Blocker',
  },
  states: { idea: 'Idea', invited: 'Invited', confirmed: 'Confirmed', cancelled: 'Cancelled' },
  equipment: {
    projector: 'Projector',
    microphone: 'Microphone',
    soundSystem: 'Sound system',
    interpreter: 'Interpreter',
    hearingLoop: 'Hearing loop',
    whiteboard: 'Whiteboard',
    internet: 'Internet',
    power: 'Power',
    livestream: 'Livestream',
    tables: 'Tables',
  },
}
