export const booths = {
  status: {
    available: 'Available',
    held: 'Held',
    claimed: 'Claimed',
    confirmed: 'Confirmed',
    blocked: 'Blocked',
  },
}
