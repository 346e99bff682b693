export const demo = {
  title: 'Try everything',
  lead: 'This is a demo with a made-up fair. Be whoever you like, no address needed; nothing leaves this machine.',
  organiser: {
    title: 'As an organiser',
    lead: 'Draw the hall, give sectors their booths, answer claims, publish. Open a second window as another organiser and watch each other work.',
    number: 'Organiser {{n}}',
    enter: 'Enter as organiser',
  },
  exhibitor: {
    title: 'As an exhibitor',
    lead: 'Find a free booth, hold it, claim it, describe yourself. Exhibitors 11 to 20 have no booth yet.',
    number: 'Exhibitor {{n}}',
    enter: 'Enter as exhibitor',
  },
  visitor: {
    title: 'As a visitor',
    lead: 'Look up sectors, exhibitors and booths, best on a phone. Nobody signs in for that.',
    enter: 'Look at the fairs',
  },
  chooseN: 'Which one?',
  mails: {
    title: 'Mails to demo persons',
    lead: 'Nothing is sent in the demo. Here is what the demo persons would have received.',
    link: 'Read the mails to demo persons',
    empty: 'No mail yet',
    emptyHint: 'Confirm or decline a claim as an organiser, then look again.',
    calendar: 'Attached: the calendar file',
    to: 'To {{name}}',
  },
}
