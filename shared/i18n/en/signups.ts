export const signups = {
  title: 'Sign up',
  left_one: '{{count}} of {{seats}} seats is left.',
  left_other: '{{count}} of {{seats}} seats are left.',
  full: 'All {{seats}} seats are taken.',
  waiting_one: '{{count}} person is waiting.',
  waiting_other: '{{count}} people are waiting.',
  mine: {
    seated: 'You have a seat.',
    waiting:
      'You are on the waiting list, place {{position}}. When a seat becomes free, it is yours and you get a mail.',
  },
  take: 'Take a seat',
  queue: 'Join the waiting list',
  giveUp: {
    seated: 'Give my seat back',
    waiting: 'Leave the waiting list',
    hint: 'Whoever comes next gets your place.',
  },
  seen: 'The organisers see your name and e-mail address. The session also stands in your programme.',
  signIn: 'Sign in to take a seat',
  said: {
    seated: 'You have a seat. It stands in your programme.',
    waiting: 'You are on the waiting list. When a seat becomes free, you get a mail.',
    cancelled: 'You gave your place back.',
  },
  list: {
    title: 'Sign-ups',
    lead: 'Who has a seat and who waits, for sessions with limited seats.',
    open: 'See who signed up',
    csv: 'Save as CSV',
    seated: '{{seated}} of {{seats}} seats taken',
    cancelled: 'Cancelled',
    nobody: 'Nobody has signed up yet.',
    columns: { name: 'Name', email: 'E-mail', state: 'Place', at: 'Since' },
    state: { seated: 'Seat', waiting: 'Waiting list' },
    empty: {
      title: 'No session has limited seats',
      text: 'Give a session a number of seats in the programme and publish it: visitors can then sign up for it.',
    },
  },
}
