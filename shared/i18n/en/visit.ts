export const visit = {
  map: {
    stage: 'Stage',
    meetingPoint: 'Meeting point',
    metres: '{{length}} m',
    door: { entrance: 'Entrance', exit: 'Exit', emergency: 'Emergency exit' },
  },
}
