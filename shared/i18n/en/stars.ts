export const stars = {
  star: 'In my programme: {{title}}',
  mine: 'My programme',
  said: {
    starred: '“{title}” is in your programme.',
    unstarred: '“{title}” is no longer in your programme.',
    waiting: 'No connection. Your stars are kept on this device and sent later.',
    full: 'This browser has no room left to keep stars.',
  },
  without: {
    text: 'Without an account your browser keeps your stars, and for that it needs scripts, which are switched off here.',
    signIn: 'Sign in to star sessions without scripts.',
  },
  feed: {
    name: 'My programme – {{fair}}',
    description: 'Sessions that you starred or have a seat for. Follows every change by itself.',
  },
}
